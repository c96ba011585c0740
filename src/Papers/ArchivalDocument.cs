using System.Security.Cryptography;
using System.Text;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace PianoZona.Papers;

/// <summary>
/// A document to keep (PDF/A-2a, ISO 19005-2): fonts and colour profile within it, tagged, not encrypted. What it says
/// decides its bytes: the ids that the library draws by chance are made of its content.
/// </summary>
internal static class ArchivalDocument
{
    private const int Version = 17;
    private const int IdLength = 16;
    private const int TagLength = 6;

    /// <summary>A document without pages.</summary>
    public static PdfDocument Begin(DocumentFacts facts)
    {
        if (GlobalFontSettings.FontResolver != PaperFonts.Instance)
        {
            GlobalFontSettings.FontResolver = PaperFonts.Instance;
        }

        PdfDocument document = new() { Version = Version };
        document.SetPdfA();
        document.Options.CompressContentStreams = true;
        UAManager.ForDocument(document).SetDocumentLanguage(DocumentFacts.Language);
        document.Info.Title = facts.Title;
        document.Info.Creator = DocumentFacts.Creator;
        document.Info.Elements.SetString("/Producer", DocumentFacts.Producer);
        document.Info.CreationDate = facts.At.UtcDateTime;
        document.Info.ModificationDate = facts.At.UtcDateTime;
        return document;
    }

    /// <summary>Its bytes.</summary>
    /// <param name="content">Hash of all that it shows: 16 bytes or more.</param>
    public static byte[] Save(PdfDocument document, DocumentFacts facts, byte[] content)
    {
        document.Internals.FirstDocumentID = IdOf(SHA256.HashData(Encoding.UTF8.GetBytes(facts.Number)));
        document.Internals.SecondDocumentID = IdOf(content);
        NameFonts(document, content);
        using MemoryStream stream = new();
        document.Save(stream, closeStream: false);
        return SavedDocument.Rewritten(stream.ToArray(), XmpPacket.Of(facts));
    }

    private static string IdOf(byte[] hash) => Encoding.Latin1.GetString(hash, 0, IdLength);

    // A part of a font has a tag before its name (ISO 32000-1, 9.6.4), the same at each place.
    private static void NameFonts(PdfDocument document, byte[] content)
    {
        string tag = string.Concat(content.Take(TagLength).Select(part => (char)('A' + (part % 26))));
        foreach (PdfDictionary one in document.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            foreach (string key in (string[])["/BaseFont", "/FontName"])
            {
                if (one.Elements.GetName(key) is { Length: > TagLength + 2 } name && name[TagLength + 1] == '+')
                {
                    one.Elements.SetName(key, $"/{tag}{name[(TagLength + 1)..]}");
                }
            }
        }
    }
}
