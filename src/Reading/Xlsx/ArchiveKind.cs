using System.IO.Compression;
using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reading.Xlsx;

/// <summary>What a ZIP is that is no workbook, in words for the sender (PZ1002).</summary>
internal static class ArchiveKind
{
    private const string MimeType = "mimetype";
    private const string ContentTypes = "[Content_Types].xml";
    private const int Sample = 64 * 1024;

    // By what the archive says of itself (OpenDocument 1.3 part 2, 3.3; ECMA-376 part 2, 10.1.2.2), or by its folder.
    private static readonly (string Part, string Mark, string Reason, string Remedy)[] Kinds =
    [
        (MimeType, "opendocument.spreadsheet", "è un foglio LibreOffice (ODS)", Refusal.SaveAsXlsx),
        (MimeType, "opendocument.text", "è un documento di testo di LibreOffice (ODT)", Refusal.SendTheSheet),
        (MimeType, "opendocument.presentation", "è una presentazione di LibreOffice (ODP)", Refusal.SendTheSheet),
        (ContentTypes, "wordprocessingml", Word, Refusal.SendTheSheet),
        (ContentTypes, "presentationml", Slides, Refusal.SendTheSheet),
        ("word/document.xml", string.Empty, Word, Refusal.SendTheSheet),
        ("ppt/presentation.xml", string.Empty, Slides, Refusal.SendTheSheet),
        ("META-INF/manifest.xml", "opendocument.spreadsheet", "è un foglio LibreOffice (ODS)", Refusal.SaveAsXlsx),
    ];

    private const string Word = "è un documento di Word (DOCX), non una tabella";
    private const string Slides = "è una presentazione di PowerPoint (PPTX), non una tabella";

    /// <summary>An archive of files.</summary>
    public static Problem Plain => Refusal.NotReadable(Location.File, "è un archivio ZIP", Refusal.SaveAsXlsx);

    /// <summary>A workbook in the binary form.</summary>
    public static Problem Binary =>
        Refusal.NotReadable(Location.File, "è un file Excel binario (.xlsb)", Refusal.SaveAsXlsx);

    /// <summary>What it is; null = it does not say that it is anything but a workbook.</summary>
    public static Problem? Of(ZipArchive archive)
    {
        foreach ((string part, string mark, string reason, string remedy) in Kinds)
        {
            if (archive.GetEntry(part) is { } entry && StartOf(entry).Contains(mark, StringComparison.Ordinal)
                && archive.GetEntry("xl/workbook.xml") is null)
            {
                return Refusal.NotReadable(Location.File, reason, remedy);
            }
        }

        return null;
    }

    private static string StartOf(ZipArchiveEntry entry)
    {
        byte[] start = new byte[Sample];
        using Stream content = entry.Open();
        int read = content.ReadAtLeast(start, Sample, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(start, 0, read);
    }
}
