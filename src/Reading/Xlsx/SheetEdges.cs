using System.Text.RegularExpressions;
using System.Xml;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// Texts of a sheet that are in none of its cells, met on the way through its part: headers and footers of the page,
/// hints and warnings of validations, words of links.
/// </summary>
internal sealed partial class SheetEdges
{
    private static readonly string[] Hints = ["prompt", "promptTitle", "error", "errorTitle"];
    private static readonly string[] Links = ["display", "tooltip", "location"];

    private readonly NoticedTexts pages = new();
    private readonly NoticedTexts hints = new();
    private readonly NoticedTexts links = new();
    private bool isAtEdge;

    /// <summary>Looks at where the reader stands, outside any cell.</summary>
    public void See(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Text && isAtEdge)
        {
            pages.Notice(Code().Replace(xml.Value, " "));
        }
        else if (xml.NodeType == XmlNodeType.Element)
        {
            isAtEdge = xml.Depth == 2 && xml.LocalName is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter"
                or "firstHeader" or "firstFooter";
            NoticeAll(xml, "dataValidation", Hints, hints);
            NoticeAll(xml, "hyperlink", Links, links);
        }
    }

    /// <summary>Those in which somebody is recognised, with where they are.</summary>
    public IEnumerable<(string Where, string Text)> Found =>
    [
        .. pages.Texts.Select(text => ("nell'intestazione o nel piè di pagina", text)),
        .. hints.Texts.Select(text => ("nel messaggio di una convalida dei dati", text)),
        .. links.Texts.Select(text => ("in un collegamento", text)),
    ];

    private static void NoticeAll(XmlReader xml, string element, string[] attributes, NoticedTexts texts)
    {
        if (xml.IsAt(2, element))
        {
            foreach (string attribute in attributes)
            {
                texts.Notice(xml.GetAttribute(attribute));
            }
        }
    }

    // Codes of a header (ECMA-376, 18.3.1.46): &L, &"Arial,Bold", &12, &KFF0000.
    [GeneratedRegex(
        @"&(""[^""]*""|[0-9]{1,3}|K[0-9A-F]{6}|.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
