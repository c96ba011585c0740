using System.Text;
using System.Text.Json;

namespace PianoZona.EndToEnd;

/// <summary>Somebody who has signed in, with the header that App Service sets.</summary>
internal static class SignedIn
{
    /// <summary>A client of the hub.</summary>
    /// <param name="address">The hub.</param>
    /// <param name="role">App role.</param>
    /// <param name="sender">The body that the person belongs to.</param>
    /// <param name="person">Opaque id of the person, if the sign-in tells it.</param>
    /// <param name="accept">What the client wants.</param>
    public static HttpClient As(Uri address, string role, string sender = "ente-udp", string? person = null, string accept = "application/json")
    {
        string principal = JsonSerializer.Serialize(new
        {
            auth_typ = "aad",
            role_typ = "roles",
            claims = new[] { new { typ = "roles", val = role }, new { typ = "mittente", val = sender }, new { typ = "oid", val = person ?? string.Empty } },
        });
        HttpClient client = new() { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept", accept);
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));
        return client;
    }
}
