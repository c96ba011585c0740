using System.Text;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;

namespace PianoZona.Functions.Requests;

/// <summary>What a caller sends: small JSON documents.</summary>
internal static class RequestBody
{
    private const int LargestDocument = 64 * 1024;
    private const char ByteOrderMark = (char)0xFEFF;
    /// <summary>What is told to who sends more than is taken.</summary>
    public const string TooLarge = "Il contenuto inviato è troppo grande.";

    private static readonly JsonSerializerSettings Settings = new()
    {
        MissingMemberHandling = MissingMemberHandling.Error,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 16,
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
            T? body = JsonConvert.DeserializeObject<T>(text, Settings);
            return body is null ? Sent<T>.Wrong("Il contenuto inviato è vuoto.") : Sent<T>.Of(body);
        }
        catch (JsonReaderException mistake)
        {
            return Mistaken<T>(mistake.Path);
        }
        catch (JsonSerializationException mistake)
        {
            return Mistaken<T>(mistake.Path);
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

    private static Sent<T> Mistaken<T>(string? path)
        where T : class => Sent<T>.Wrong(
        "Il contenuto inviato non è nella forma attesa"
        + (string.IsNullOrEmpty(path) ? string.Empty : $": controllare «{path}»")
        + " (le date si scrivono come 2026-06-30).");
}
