using System.Text;
using System.Text.Json;

namespace PianoZona.EndToEnd.Support;

/// <summary>Somebody who has signed in, with the header that App Service sets.</summary>
internal static class SignedIn
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>A client of the hub.</summary>
    /// <param name="address">The hub.</param>
    /// <param name="role">App role.</param>
    /// <param name="sender">The body that the person belongs to.</param>
    /// <param name="person">Opaque id of the person, if the sign-in tells it.</param>
    /// <param name="accept">What the client wants.</param>
    public static HttpClient As(
        Uri address, string role, string sender = "ente-udp", string? person = null, string accept = "application/json")
    {
        HttpClient client = new() { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept", accept);
        client.DefaultRequestHeaders.Add(Header, Principal(role, sender, person));
        return client;
    }

    /// <summary>What the header holds.</summary>
    public static string Principal(string role, string sender, string? person = null)
    {
        string principal = JsonSerializer.Serialize(
            new
            {
                auth_typ = "aad",
                role_typ = "roles",
                claims = new[]
                {
                    new { typ = "roles", val = role },
                    new { typ = "mittente", val = sender },
                    new { typ = "oid", val = person ?? string.Empty },
                },
            });
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
    }
}
