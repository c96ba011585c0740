using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Requests;

/// <summary>What a caller sends: small JSON documents.</summary>
internal static class RequestBody
{
    private const int LargestDocument = 64 * 1024;
    private const char ByteOrderMark = (char)0xFEFF;
    private const string TooLarge = "Il contenuto inviato è troppo grande.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The document.</summary>
    public static async Task<Sent<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (await TextAsync(request, LargestDocument, cancellationToken) is not { } text)
        {
            return Sent<T>.Wrong(TooLarge);
        }

        try
        {
            T? body = JsonSerializer.Deserialize<T>(text, Options);
            return body is null ? Sent<T>.Wrong("Il contenuto inviato è vuoto.") : Sent<T>.Of(body);
        }
        catch (JsonException mistake)
        {
            return Sent<T>.Wrong(
                $"Il contenuto inviato non è nella forma attesa: controllare «{mistake.Path}» (le date si scrivono come 2026-06-30).");
        }
    }

    /// <summary>The text that was sent; null when it has more bytes than allowed.</summary>
    public static async Task<string?> TextAsync(HttpRequest request, int mostBytes, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > mostBytes)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart(ByteOrderMark);
    }
}
