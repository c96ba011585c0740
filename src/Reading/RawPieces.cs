using System.IO.Compression;
using System.Runtime.CompilerServices;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading;

/// <summary>
/// All that can be seen of a file that is refused unread: its bytes as they are and, of an archive, those of its parts.
/// </summary>
/// <remarks>
/// Every byte is a character (ISO 8859-1), so that no bad one ends it; where there are NULs, a second time without
/// them, which is how UTF-16 shows what is written in ASCII, whichever its order and wherever it begins. Text that is
/// not all ASCII is read as UTF-8 and UTF-16, too, so that a letter of several bytes is one.
/// </remarks>
internal static class RawPieces
{
    // Bytes unpacked of one archive: far above what senders pack, far below what a bomb would cost.
    private const long MostUnpacked = 512L * 1024 * 1024;

    private static readonly string[] TextEndings = [".xml", ".rels", ".vml", ".csv", ".txt", ".htm", ".html", ".json"];

    /// <summary>Whether a part of an archive is text, by its name.</summary>
    public static bool IsText(string name) =>
        Array.Exists(TextEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The pieces of a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="most">How many of them are looked at; an archive with more is not unpacked.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async IAsyncEnumerable<RawPiece> OfAsync(
        IUploadContent content, long most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Stream bytes = await content.OpenAsync(cancellationToken);
        byte[] start = new byte[RawWindows.Size];
        int read = await bytes.ReadAtLeastAsync(
            start, RawWindows.Size, throwOnEndOfStream: false, cancellationToken);
        FileKind kind = FormatDetector.Detect(start.AsSpan(0, read)).Kind;
        bool isText = kind == FileKind.Csv || FormatDetector.IsMarkup(start.AsSpan(0, read));
        bool isArchive = kind == FileKind.Xlsx && content.Length <= most;
        using MemoryStream kept = new(isArchive ? (int)content.Length : 0);
        RawWindows windows = new();
        for (long left = most - read; read > 0; left -= read)
        {
            if (isArchive)
            {
                kept.Write(start, 0, read);
            }

            foreach (ReadOnlyMemory<char> piece in windows.Of(start.AsMemory(0, read), isText))
            {
                yield return new RawPiece(piece, isText);
            }

            read = left <= 0 ? 0 : await bytes.ReadAsync(start, cancellationToken);
        }

        foreach (RawPiece piece in isArchive ? OfParts(kept) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return piece;
        }
    }

    private static IEnumerable<RawPiece> OfParts(MemoryStream bytes)
    {
        if (Try(() => new ZipArchive(bytes, ZipArchiveMode.Read)) is not { } archive)
        {
            yield break;
        }

        using (archive)
        {
            long left = MostUnpacked;
            byte[] block = new byte[RawWindows.Size];
            foreach (ZipArchiveEntry part in Try(() => archive.Entries) ?? [])
            {
                bool isText = IsText(part.FullName);
                using Stream? unpacked = Try(part.Open);
                RawWindows windows = new();
                while (unpacked is not null && left > 0 && Read(unpacked, block) is > 0 and int read)
                {
                    left -= read;
                    foreach (ReadOnlyMemory<char> piece in windows.Of(block.AsMemory(0, read), isText))
                    {
                        yield return new RawPiece(piece, isText);
                    }
                }
            }
        }
    }

    private static int Read(Stream part, byte[] block)
    {
        int read = 0;
        Try<object>(() =>
        {
            read = part.Read(block);
            return null;
        });
        return read;
    }

    // The file is refused already, whatever is wrong with it: a part that cannot be unpacked ends here, not the others.
    private static T? Try<T>(Func<T?> open)
        where T : class
    {
        try
        {
            return open();
        }
        catch (InvalidDataException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
