namespace PianoZona.Reading;

/// <summary>The kinds of file that are told apart.</summary>
internal enum FileKind
{
    /// <summary>Text: read as CSV.</summary>
    Csv,

    /// <summary>A ZIP container: XLSX, ODS, or a plain archive.</summary>
    Xlsx,

    /// <summary>An OLE container: an old .xls, or an XLSX behind a password.</summary>
    Ole,

    /// <summary>Anything that is never read.</summary>
    Other,
}

/// <summary>What a file is, with the Italian words for the sender when it is not read.</summary>
/// <param name="Kind">Which reader it is for.</param>
/// <param name="Reason">Why it is not read; completes "Il file non si può leggere: …".</param>
/// <param name="Remedy">What to do.</param>
internal readonly record struct FileFormat(FileKind Kind, string Reason, string Remedy);

/// <summary>Tells the format of a file by its first bytes.</summary>
internal static class FormatDetector
{
    private const int Sample = 4096;
    private const string SaveAgain =
        "Aprire il file con Excel o LibreOffice, scegliere «Salva con nome», tipo «Cartella di lavoro di Excel "
            + "(.xlsx)» o «CSV UTF-8», "
        + "e inviare il file ottenuto.";

    private static readonly FileFormat Text = new(FileKind.Csv, string.Empty, string.Empty);

    private static readonly (byte[] Bytes, FileFormat Format)[] Signatures =
    [
        ([.. "PK\u0003\u0004"u8], Zip),
        ([.. "PK\u0005\u0006"u8], Zip),
        ([.. "PK\u0007\u0008"u8], Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], new(FileKind.Ole, string.Empty, string.Empty)),
        ([.. "%PDF"u8], Other("è un documento PDF, non una tabella", Refusal.SendTheSheet)),
        ([0x89, .. "PNG"u8], Image),
        ([0xFF, 0xD8, 0xFF], Image),
        ([.. "GIF8"u8], Image),
        ([.. "II*\0"u8], Image),
        ([.. "MM\0*"u8], Image),
        ([0x1F, 0x8B], Archive),
        ([.. "Rar!"u8], Archive),
        ([.. "7z"u8, 0xBC, 0xAF], Archive),
        ([0xFF, 0xFE, 0x00, 0x00], Utf32),
        ([0x00, 0x00, 0xFE, 0xFF], Utf32),
        ([.. "{\\rtf"u8], Other("è un documento di testo (RTF), non una tabella", Refusal.SendTheSheet)),
    ];

    private static readonly string[] MarkupStarts = ["<?xml", "<!doctype", "<html", "<table"];

    private static FileFormat Zip => new(FileKind.Xlsx, string.Empty, string.Empty);

    private static FileFormat Utf32 => Other("è un testo in UTF-32, che i fogli di calcolo non scrivono", SaveAgain);

    private static FileFormat Image => Other("è un'immagine, non una tabella", Refusal.SendTheSheet);

    private static FileFormat Archive =>
        Other("è un archivio compresso", "Estrarre il file dall'archivio e inviare quello.");

    /// <summary>Tells the format.</summary>
    /// <param name="start">The first bytes of the file, or all of them.</param>
    public static FileFormat Detect(ReadOnlySpan<byte> start)
    {
        foreach ((byte[] bytes, FileFormat format) in Signatures)
        {
            if (start.StartsWith(bytes))
            {
                return format;
            }
        }

        if (IsMarkup(start))
        {
            return Other("è una pagina web o un file XML, anche se il nome dice altro", SaveAgain);
        }

        return IsUtf16(start) || !IsFullOfNuls(start[..Math.Min(start.Length, Sample)])
            ? Text
            : Other(
                "contiene molti byte nulli: non è un file di testo, oppure è UTF-16 senza l'indicazione iniziale (BOM)",
                SaveAgain);
    }

    /// <summary>Whether the file begins with the byte order mark of UTF-16.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> start) => start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static FileFormat Other(string reason, string remedy) => new(FileKind.Other, reason, remedy);

    // A stray NUL is a bad byte of a text (PZ1003); several, one byte in twenty, are no text at all.
    private static bool IsFullOfNuls(ReadOnlySpan<byte> sample) =>
        sample.Count((byte)0) is > 1 and int nuls && nuls * 20 > sample.Length;

    /// <summary>Whether the file begins as a web page or XML does.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text[..Math.Min(text.Length, 256)].TrimStart(" \t\r\n"u8);
        foreach (string mark in MarkupStarts)
        {
            if (text.Length >= mark.Length && System.Text.Ascii.EqualsIgnoreCase(text[..mark.Length], mark))
            {
                return true;
            }
        }

        return false;
    }
}
