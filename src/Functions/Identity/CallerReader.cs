using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Identity;

/// <summary>
/// Who asks, from the header that App Service authentication sets after a sign-in with Entra ID (it strips the same
/// header from outside); where that authentication is off the header is not looked at. On one machine, without that
/// header, the development identity.
/// </summary>
public sealed class CallerReader(AmbitoDirectory ambiti, AzurePlatform platform, IOptions<HubOptions> options)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    // Claims: the sender code that the tenant's administrator gave to the person, and the app roles.
    private const string SenderClaim = "mittente";
    private const string RoleClaim = "roles";
    private static readonly string[] PersonClaims = ["oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"];

    /// <summary>The caller; null when nobody known signed in.</summary>
    public async Task<Caller?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        bool signedIn = platform.ChecksSignIn && request.Headers.ContainsKey(Header);
        (string? sender, string? person, HashSet<string> roles) = signedIn
            ? Parse(request.Headers[Header].ToString())
            : Development();
        if (sender is null)
        {
            return null;
        }

        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        return known.OfSender(sender) is { } ambito ? new Caller(ambito.FindSender(sender)!, roles, ambito, person) : null;
    }

    private static (string? Sender, string? Person, HashSet<string> Roles) Parse(string header)
    {
        string? sender = null;
        string? person = null;
        HashSet<string> roles = new(StringComparer.Ordinal);
        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out int length))
        {
            return (null, null, roles);
        }

        try
        {
            Principal? principal = JsonSerializer.Deserialize<Principal>(bytes[..length], JsonSerializerOptions.Web);
            foreach (Claim claim in principal?.Claims ?? [])
            {
                if (string.Equals(claim.Typ, SenderClaim, StringComparison.Ordinal))
                {
                    sender = claim.Val;
                }
                else if (PersonClaims.Contains(claim.Typ, StringComparer.Ordinal) && Guid.TryParse(claim.Val, out Guid id))
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
            return (null, null, []);
        }

        return (sender, person, roles);
    }

    private (string? Sender, string? Person, HashSet<string> Roles) Development()
    {
        string[] parts = options.Value.DevelopmentIdentity?.Split(':', 2) ?? [];
        return parts is [string role, string sender] 
            ? (sender, null, new HashSet<string>(StringComparer.Ordinal) { role }) : (null, null, []);
    }

    private sealed record Principal(IReadOnlyList<Claim>? Claims, [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleTyp);

    private sealed record Claim(string? Typ, string? Val);
}
