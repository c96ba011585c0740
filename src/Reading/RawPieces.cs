using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading;

/// <summary>
/// All that can be seen of a file that is refused unread: its bytes as they are and, of an archive, those of its parts.
/// </summary>
/// <remarks>
/// Every byte is a character (ISO 8859-1), so that no bad one ends it; where there are NULs, a second time without
/// them, which is how UTF-16 shows what is written in ASCII, whichever its order and wherever it begins.
/// </remarks>
internal static class RawPieces
{
    private const int Size = 64 * 1024;

    // Longer than anything that is looked for, in two bytes each.
    private const int Repeated = 1024;

    // Bytes unpacked of one archive: far above what senders pack, far below what a bomb would cost.
    private const long MostUnpacked = 512L * 1024 * 1024;

    private static readonly string[] TextEndings = [".xml", ".rels", ".vml", ".csv", ".txt", ".htm", ".html", ".json"];

    // Who wrote the document, and who comments on it: no data that anybody sends.
    private static readonly string[] AboutAuthors = ["docProps/", "xl/persons/", "word/people.xml", "meta.xml"];

    /// <summary>The pieces of a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="most">How many of them are looked at; an archive with more is not unpacked.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async IAsyncEnumerable<RawPiece> OfAsync(
        IUploadContent content, long most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Stream bytes = await content.OpenAsync(cancellationToken);
        byte[] start = new byte[Size];
        int read = await bytes.ReadAtLeastAsync(start, Size, throwOnEndOfStream: false, cancellationToken);
        FileKind kind = FormatDetector.Detect(start.AsSpan(0, read)).Kind;
        bool isText = kind == FileKind.Csv || FormatDetector.IsMarkup(start.AsSpan(0, read));
        bool isArchive = kind == FileKind.Xlsx && content.Length <= most;
        using MemoryStream kept = new(isArchive ? (int)content.Length : 0);
        Windows windows = new();
        for (long left = most - read; read > 0; left -= read)
        {
            if (isArchive)
            {
                kept.Write(start, 0, read);
            }

            foreach (ReadOnlyMemory<char> piece in windows.Of(start.AsMemory(0, read)))
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
            byte[] block = new byte[Size];
            foreach (ZipArchiveEntry part in (Try(() => archive.Entries) ?? []).Where(IsLookedAt))
            {
                bool isText = TextEndings.Any(
                    ending => part.FullName.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
                using Stream? unpacked = Try(part.Open);
                Windows windows = new();
                while (unpacked is not null && left > 0 && Read(unpacked, block) is > 0 and int read)
                {
                    left -= read;
                    foreach (ReadOnlyMemory<char> piece in windows.Of(block.AsMemory(0, read)))
                    {
                        yield return new RawPiece(piece, isText);
                    }
                }
            }
        }
    }

    private static bool IsLookedAt(ZipArchiveEntry part) =>
        !Array.Exists(AboutAuthors, start => part.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));

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

    // Each begins with the end of the one before: what lies across two is whole in one of them.
    private sealed class Windows
    {
        private readonly byte[] window = new byte[Repeated + Size];
        private readonly char[] characters = new char[Repeated + Size];
        private int repeated;

        public IEnumerable<ReadOnlyMemory<char>> Of(ReadOnlyMemory<byte> block)
        {
            block.Span.CopyTo(window.AsSpan(repeated));
            int length = repeated + block.Length;
            Encoding.Latin1.GetChars(window.AsSpan(0, length), characters);
            yield return characters.AsMemory(0, length);
            if (window.AsSpan(0, length).Contains((byte)0))
            {
                yield return characters.AsMemory(0, DropNuls(length));
            }

            repeated = Math.Min(length, Repeated);
            window.AsSpan(length - repeated, repeated).CopyTo(window);
        }

        private int DropNuls(int length)
        {
            int kept = 0;
            for (int i = 0; i < length; i++)
            {
                characters[kept] = characters[i];
                kept += characters[i] == '\0' ? 0 : 1;
            }

            return kept;
        }
    }
}
