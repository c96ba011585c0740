using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Pages;

/// <summary>What a caller sends: small JSON documents.</summary>
internal static class RequestBody
{
    private const int LargestBody = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The document; or, in Italian, why it is none.</summary>
    public static async Task<(T? Body, string? Mistake)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (request.ContentLength > LargestBody)
        {
            return (null, "Il contenuto inviato è troppo grande.");
        }

        try
        {
            T? body = await JsonSerializer.DeserializeAsync<T>(request.Body, Options, cancellationToken);
            return body is null ? (null, "Il contenuto inviato è vuoto.") : (body, null);
        }
        catch (JsonException mistake)
        {
            return (null, $"Il contenuto inviato non è nella forma attesa: controllare «{mistake.Path}» (le date si scrivono come 2026-06-30).");
        }
    }
}
