using System.Text;
using Newtonsoft.Json;

namespace PianoZona.Functions.Identity;

/// <summary>
/// The sign-in that App Service authentication tells in a header (its documentation, «Work with user identities»).
/// </summary>
internal static class PlatformSignIn
{
    /// <summary>Base64 of a JSON document with the claims.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>The platform's sign-out, which comes back to the page of signing in.</summary>
    public const string SignOutAddress = "/.auth/logout?post_logout_redirect_uri=/";

    // Claims: the codes of bodies that the tenant's administrator gave to the person, and the app roles.
    private const string BodyClaim = "mittente";
    private const string RoleClaim = "roles";
    private static readonly string[] PersonClaims =
    [
        "oid",
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
    ];

    /// <summary>The platform's sign-in.</summary>
    /// <param name="goesOn">Where it goes on afterwards.</param>
    public static string Address(string goesOn) =>
        "/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(goesOn);

    /// <summary>Reads the header; one that is no principal is nobody.</summary>
    public static SignIn Parse(string header)
    {
        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out int length))
        {
            return SignIn.Nobody;
        }

        try
        {
            Principal? principal = JsonConvert.DeserializeObject<Principal>(Encoding.UTF8.GetString(bytes[..length]));
            return principal?.Claims is { } claims ? Of(claims, principal.RoleTyp) : SignIn.Nobody;
        }
        catch (JsonException)
        {
            return SignIn.Nobody;
        }
    }

    private static SignIn Of(IReadOnlyList<Claim> claims, string? roleType) => new(
        [.. Values(claims, type => type == BodyClaim).Distinct(StringComparer.Ordinal)],
        Values(claims, type => type == RoleClaim || (type is not null && type == roleType))
            .ToHashSet(StringComparer.Ordinal),
        Values(claims, type => PersonClaims.Contains(type, StringComparer.Ordinal))
            .Select(value => Guid.TryParse(value, out Guid id) ? id.ToString("D") : null)
            .FirstOrDefault(id => id is not null));

    private static IEnumerable<string> Values(IReadOnlyList<Claim> claims, Predicate<string?> wanted) =>
        claims.Where(claim => wanted(claim.Typ)).Select(claim => claim.Val).OfType<string>();

    private sealed record Principal(IReadOnlyList<Claim>? Claims, [property: JsonProperty("role_typ")] string? RoleTyp);

    private sealed record Claim(string? Typ, string? Val);
}
