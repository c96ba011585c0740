using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;

namespace PianoZona.Functions.Pages;

/// <summary>What a caller sends: small JSON documents.</summary>
internal static class RequestBody
{
    private const int LargestBody = 64 * 1024;

    private static readonly JsonSerializerSettings Settings = new()
    {
        MissingMemberHandling = MissingMemberHandling.Error,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 16,
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
            using StreamReader reader = new(request.Body);
            T? body = JsonConvert.DeserializeObject<T>(await reader.ReadToEndAsync(cancellationToken), Settings);
            return body is null ? (null, "Il contenuto inviato è vuoto.") : (body, null);
        }
        catch (JsonException mistake)
        {
            string place = mistake switch
            {
                JsonReaderException unreadable => unreadable.Path ?? string.Empty,
                JsonSerializationException another => another.Path ?? string.Empty,
                _ => string.Empty,
            };
            return (null, "Il contenuto inviato non è nella forma attesa: "
                + $"controllare «{place}» (le date si scrivono come 2026-06-30).");
        }
    }
}
