using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Hosting;
using PianoZona.Hub.Ports;

namespace PianoZona.Functions.Identity;

/// <summary>
/// The sign-in of one machine: a page lists the people there would be, and a cookie keeps who was chosen. In Azure it
/// cannot be: the hub refuses to start with its setting there, and without the setting no cookie is looked at.
/// </summary>
public sealed class LocalSignIn(AzurePlatform platform, IOptions<HubOptions> options)
{
    /// <summary>The cookie with who was chosen.</summary>
    public const string Cookie = "pianozona-persona";

    /// <summary>Whether people sign in here, with a page of the hub.</summary>
    public bool IsOn => options.Value.LocalSignIn && !platform.IsAzure && !platform.ChecksSignIn;

    /// <summary>
    /// Who there would be: for each body one who works for it, one of each Assembly, and one for several.
    /// </summary>
    public static IReadOnlyList<LocalPerson> People(IEnumerable<Ambito> ambiti) =>
        [.. ambiti.OrderBy(ambito => ambito.Code, StringComparer.Ordinal).SelectMany(Of)];

    /// <summary>Who was chosen; nobody when none was, or the sign-in is not on.</summary>
    internal SignIn Read(HttpRequest request, AmbitoSet known)
    {
        if (!IsOn || !request.Cookies.TryGetValue(Cookie, out string? id))
        {
            return SignIn.Nobody;
        }

        LocalPerson? person = People(known.All)
            .FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        return person is null
            ? SignIn.Nobody
            : new SignIn([.. person.Bodies.Select(body => body.Code)], person.Roles, Opaque(person.Id));
    }

    private static IEnumerable<LocalPerson> Of(Ambito ambito)
    {
        foreach (Sender body in ambito.Senders
            .OrderBy(body => body.Kind != SenderKind.PlanOffice)
            .ThenBy(body => body.Kind)
            .ThenBy(body => body.Name, StringComparer.Ordinal))
        {
            yield return Person(ambito, RolesOfBody.Own(body.Kind), [body]);
        }

        Sender[] comuni = [.. ambito.Comuni.OrderBy(comune => comune.Name, StringComparer.Ordinal)];
        if (comuni.Length > 0)
        {
            yield return Person(ambito, Roles.Assembly, [comuni[0]]);
        }

        if (comuni.Length > 1)
        {
            yield return Person(ambito, Roles.Comune, [.. comuni.Take(3)]);
        }
    }

    private static LocalPerson Person(Ambito ambito, string role, IReadOnlyList<Sender> bodies) =>
        new($"{role}:{string.Join('+', bodies.Select(body => body.Code))}", role, ambito, bodies);

    // As a directory would give it: it tells nothing of the person.
    private static string Opaque(string id) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16)).ToString("D");
}

/// <summary>Somebody who may be chosen on one machine.</summary>
/// <param name="Id">What the page sends and the cookie keeps: a role and codes of bodies.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Ambito">Where.</param>
/// <param name="Bodies">The bodies they act for.</param>
public sealed record LocalPerson(string Id, string Role, Ambito Ambito, IReadOnlyList<Sender> Bodies)
{
    /// <summary>The role, as a sign-in tells it.</summary>
    public IReadOnlySet<string> Roles => new HashSet<string>(StringComparer.Ordinal) { Role };
}
