using Microsoft.AspNetCore.Http;
using PianoZona.Functions.Hosting;
using PianoZona.Hub.Ports;

namespace PianoZona.Functions.Identity;

/// <summary>
/// Who asks: from the header that App Service authentication sets after a sign-in with Entra ID (it strips the same
/// header from outside); where that authentication is off the header is not looked at. On one machine, from the page
/// of <see cref="LocalSignIn"/>.
/// </summary>
public sealed class CallerReader(IAmbitoDirectory ambiti, AzurePlatform platform, LocalSignIn local)
{
    /// <summary>The cookie with the body that somebody who may act for several has chosen: its code.</summary>
    public const string BodyCookie = "pianozona-ente";

    /// <summary>The header in which a program says the same.</summary>
    public const string BodyHeader = "X-PianoZona-Ente";

    /// <summary>Who signed in; null when nobody known did.</summary>
    public async Task<Person?> PersonAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Find(request, await ambiti.GetAsync(cancellationToken));

    /// <summary>Who asks; null when nobody known signed in, or the body they act for is not chosen.</summary>
    public async Task<Caller?> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await PersonAsync(request, cancellationToken))?.As(Chosen(request));

    /// <summary>
    /// Who signed in by the Ambiti as this process last read them: it asks the storage nothing, and so answers when the
    /// storage does not. Null when nobody known signed in, and before the first reading.
    /// </summary>
    public Person? Recall(HttpRequest request) => ambiti.LastRead is { } known ? Find(request, known) : null;

    /// <summary>Code of the body that the request is for; null = it does not say.</summary>
    public static string? Chosen(HttpRequest request) =>
        request.Headers.TryGetValue(BodyHeader, out var header) ? header.ToString()
        : request.Cookies.TryGetValue(BodyCookie, out string? cookie) ? cookie
        : null;

    private Person? Find(HttpRequest request, AmbitoSet known)
    {
        SignIn claimed = ClaimedBy(request, known);
        // A code that the body had names the body too: with both it is one.
        BodyOfAmbito[] bodies =
        [
            .. (from code in claimed.Bodies
                let ambito = known.OfSender(code)
                where ambito is not null
                select new BodyOfAmbito(ambito.FindSender(code)!, ambito))
                .DistinctBy(one => one.Body.Code, StringComparer.Ordinal),
        ];
        return bodies.Length == 0 ? null : new Person(claimed.Person, claimed.Roles, bodies);
    }

    private SignIn ClaimedBy(HttpRequest request, AmbitoSet known) =>
        platform.ChecksSignIn && request.Headers.TryGetValue(PlatformSignIn.Header, out var header)
            ? PlatformSignIn.Parse(header.ToString())
            : local.Read(request, known);
}
