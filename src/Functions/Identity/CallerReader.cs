using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using PianoZona.Functions.Hosting;
using PianoZona.Hub.Ports;

namespace PianoZona.Functions.Identity;

/// <summary>
/// Who asks, from the header that App Service authentication sets after a sign-in with Entra ID (it strips the same
/// header from outside); where that authentication is off the header is not looked at. On one machine, without that
/// header, the development identity.
/// </summary>
public sealed class CallerReader(IAmbitoDirectory ambiti, AzurePlatform platform, IOptions<HubOptions> options)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    // Claims: the sender code that the tenant's administrator gave to the person, and the app roles.
    private const string SenderClaim = "mittente";
    private const string RoleClaim = "roles";
    private static readonly string[] PersonClaims =
    [
        "oid",
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
    ];

    /// <summary>The caller; null when nobody known signed in.</summary>
    public async Task<Caller?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Claimed claimed = ClaimedBy(request);
        return claimed.Sender is null ? null : Find(claimed, await ambiti.GetAsync(cancellationToken));
    }

    /// <summary>
    /// The caller by the Ambiti as this process last read them: it asks the storage nothing, and so answers when the
    /// storage does not. Null when nobody known signed in, and before the first reading.
    /// </summary>
    public Caller? Recall(HttpRequest request) => ambiti.LastRead is { } known ? Find(ClaimedBy(request), known) : null;

    private static Caller? Find(Claimed claimed, AmbitoSet known) =>
        claimed.Sender is { } sender && known.OfSender(sender) is { } ambito
            ? new Caller(ambito.FindSender(sender)!, claimed.Roles, ambito, claimed.Person)
            : null;

    private Claimed ClaimedBy(HttpRequest request) =>
        platform.ChecksSignIn && request.Headers.TryGetValue(Header, out var header)
            ? Parse(header.ToString())
            : Development();

    private static Claimed Parse(string header)
    {
        string? sender = null;
        string? person = null;
        HashSet<string> roles = new(StringComparer.Ordinal);
        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out int length))
        {
            return new Claimed(null, null, roles);
        }

        try
        {
            Principal? principal = JsonConvert.DeserializeObject<Principal>(Encoding.UTF8.GetString(bytes[..length]));
            foreach (Claim claim in principal?.Claims ?? [])
            {
                if (string.Equals(claim.Typ, SenderClaim, StringComparison.Ordinal))
                {
                    sender = claim.Val;
                }
                else if (PersonClaims.Contains(claim.Typ, StringComparer.Ordinal)
                    && Guid.TryParse(claim.Val, out Guid id))
                {
                    person = id.ToString("D");
                }
                else if (claim.Val is not null && (claim.Typ == RoleClaim || claim.Typ == principal!.RoleTyp))
                {
                    roles.Add(claim.Val);
                }
            }
        }
        catch (JsonException)
        {
            // A header that is no principal is nobody.
            return new Claimed(null, null, []);
        }

        return new Claimed(sender, person, roles);
    }

    private Claimed Development()
    {
        string[] parts = options.Value.DevelopmentIdentity?.Split(':', 2) ?? [];
        return parts is [string role, string sender]
            ? new Claimed(sender, null, new HashSet<string>(StringComparer.Ordinal) { role })
            : new Claimed(null, null, []);
    }

    private sealed record Claimed(string? Sender, string? Person, HashSet<string> Roles);

    private sealed record Principal(IReadOnlyList<Claim>? Claims, [property: JsonProperty("role_typ")] string? RoleTyp);

    private sealed record Claim(string? Typ, string? Val);
}
