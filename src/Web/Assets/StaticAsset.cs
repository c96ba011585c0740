using System.IO.Compression;
using System.Security.Cryptography;

namespace PianoZona.Web.Assets;

/// <summary>A file that pages refer to and that never changes: its name has the hash of its content.</summary>
public sealed class StaticAsset
{
    private const int HashBytes = 6;

    private readonly byte[] content;
    private readonly Lazy<byte[]> brotli;
    private readonly Lazy<byte[]> gzip;

    internal StaticAsset(string name, byte[] content)
    {
        this.content = content;
        string ending = Path.GetExtension(name);
        Name = $"{Path.GetFileNameWithoutExtension(name)}.{HashOf(content)}{ending}";
        ContentType = ending switch
        {
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".js" => "text/javascript; charset=utf-8",
            ".woff2" => "font/woff2",
            ".webp" => "image/webp",
            _ => throw new NotSupportedException($"No content type of {ending} is known."),
        };
        IsPicture = ending == ".webp";
        // Fonts and pictures are compressed by their own formats.
        IsCompressible = ending != ".woff2" && !IsPicture;
        brotli = new Lazy<byte[]>(() => Pack(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        gzip = new Lazy<byte[]>(() => Pack(to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    /// <summary>Its name, with the hash: <c>pianozona.1a2b3c4d5e6f.css</c>.</summary>
    public string Name { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>Whether it is a picture, that a page asks for only when it comes into sight.</summary>
    public bool IsPicture { get; }

    /// <summary>Whether it is sent smaller to who can unpack it.</summary>
    public bool IsCompressible { get; }

    /// <summary>Its bytes as they are sent; packed once, and kept.</summary>
    /// <param name="encoding"><c>br</c> or <c>gzip</c>; null = as they are.</param>
    public ReadOnlyMemory<byte> In(string? encoding) => encoding switch
    {
        null => content,
        "br" => brotli.Value,
        "gzip" => gzip.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    private static string HashOf(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, HashBytes));

    private byte[] Pack(Func<Stream, Stream> packer)
    {
        using MemoryStream packed = new();
        using (Stream stream = packer(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
