using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PianoZona.Functions.Answers;

/// <summary>Answers that are sent smaller to who can unpack them.</summary>
internal static class Packing
{
    private const string Brotli = "br";
    private const string Gzip = "gzip";

    /// <summary>How an answer is packed: <c>br</c>, <c>gzip</c>, or null = not at all.</summary>
    public static string? Of(HttpRequest request)
    {
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        return Takes(accepted, Brotli) ? Brotli : Takes(accepted, Gzip) ? Gzip : null;
    }

    /// <summary>Writes the body of an answer that is the same for nobody else, packed as the caller takes it.</summary>
    public static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        string? encoding = Announce(http);
        if (encoding is null)
        {
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
            return;
        }

        using MemoryStream packed = new();
        await using (Stream packer = encoding == Brotli
            ? new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await packer.WriteAsync(body, http.RequestAborted);
        }

        http.Response.ContentLength = packed.Length;
        await http.Response.Body.WriteAsync(packed.GetBuffer().AsMemory(0, (int)packed.Length), http.RequestAborted);
    }

    /// <summary>Says in an answer how it is packed.</summary>
    /// <returns>How: as <see cref="Of"/>.</returns>
    public static string? Announce(HttpContext http)
    {
        string? encoding = Of(http.Request);
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        return encoding;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
}
