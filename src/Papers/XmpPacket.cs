using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PianoZona.Papers;

/// <summary>
/// What a document says of itself (XMP), as PDF/A wants it: ISO 16684-1 for the packet, ISO 19005-2 § 6.6 for the
/// names.
/// </summary>
internal static class XmpPacket
{
    private const string Begin = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>";
    private const string End = "<?xpacket end=\"w\"?>";

    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";

    /// <summary>
    /// The packet of a document, in UTF-8. The library's own says part 1, which its fonts are not (they have no
    /// <c>CIDSet</c>), has new ids each time, and writes a title with an ampersand so that nobody reads it.
    /// </summary>
    public static byte[] Of(DocumentFacts facts) => Encoding.UTF8.GetBytes(TextOf(facts));

    private static string TextOf(DocumentFacts facts)
    {
        string at = facts.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        XElement meta = new(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(
                Rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XElement(
                    Rdf + "Description",
                    new XAttribute(Rdf + "about", string.Empty),
                    new XAttribute(XNamespace.Xmlns + "pdfaid", PdfA),
                    new XAttribute(XNamespace.Xmlns + "dc", Dc),
                    new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
                    new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
                    new XElement(PdfA + "part", "2"),
                    new XElement(PdfA + "conformance", "A"),
                    new XElement(Dc + "title", InLanguage(facts.Title)),
                    new XElement(Pdf + "Producer", DocumentFacts.Producer),
                    new XElement(Xmp + "CreatorTool", DocumentFacts.Creator),
                    new XElement(Xmp + "CreateDate", at),
                    new XElement(Xmp + "ModifyDate", at))));
        return $"{Begin}\n{meta.ToString(SaveOptions.DisableFormatting)}\n{End}";
    }

    private static XElement InLanguage(string text) =>
        new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));
}
