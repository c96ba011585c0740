using System.Text.RegularExpressions;
using System.Xml;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// Texts of a sheet that are the value of none of its cells, met on the way through its part: headers and footers of
/// the page, hints and warnings of validations, words of links, formulas, filters, rules on how cells look, scenarios
/// and whatever else a program writes there. Those in which somebody is recognised are kept.
/// </summary>
internal sealed partial class SheetEdges
{
    private const int MostCells = 100;

    private readonly NoticedTexts pages = new();
    private readonly NoticedTexts hints = new();
    private readonly NoticedTexts links = new();
    private readonly NoticedTexts others = new();
    private readonly List<(string Where, string Text)> cells = [];
    private readonly Action<string, string> seeAttribute;
    private string element = string.Empty;

    /// <summary>Before anything was met.</summary>
    public SheetEdges() => seeAttribute = SeeAttribute;

    /// <summary>What is in a cell and is not its value.</summary>
    public FlowingText OfCell { get; } = new();

    /// <summary>Those in which somebody is recognised, with where they are; known at the end.</summary>
    public IReadOnlyList<(string Where, string Text)> Found =>
    [
        .. pages.Texts.Select(text => ("nell'intestazione o nel piè di pagina", text)),
        .. hints.Texts.Select(text => ("nel messaggio di una convalida dei dati", text)),
        .. links.Texts.Select(text => ("in un collegamento", text)),
        .. cells,
        .. others.Texts.Select(text => ("in un filtro, una regola o un'altra impostazione", text)),
    ];

    /// <summary>Looks at where the reader stands, outside any cell.</summary>
    public void See(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Text)
        {
            SeeText(xml.Value);
        }
        else if (xml.NodeType == XmlNodeType.Element)
        {
            element = xml.LocalName;
            PartTexts.NoticeAttributes(xml, seeAttribute);
        }
    }

    /// <summary>Keeps what was met in a cell and is not its value, when somebody is recognised in it.</summary>
    public void EndCell(int row, int column)
    {
        if (OfCell.End(isFormula: true) is { } text && cells.Count < MostCells)
        {
            cells.Add(($"nella formula di {Location.A1(column, row)}", text));
        }
    }

    private void SeeText(string text)
    {
        if (element.EndsWith("Header", StringComparison.Ordinal)
            || element.EndsWith("Footer", StringComparison.Ordinal))
        {
            pages.Notice(Code().Replace(text, " "));
        }
        else if (!PartTexts.IsFormula(element))
        {
            others.Notice(text);
        }
        else if (PersonalDataScan.FindInFormula(text) is not null)
        {
            others.Add(text);
        }
    }

    private void SeeAttribute(string name, string value)
    {
        NoticedTexts texts = element switch
        {
            "hyperlink" => links,
            "dataValidation" when name.StartsWith("prompt", StringComparison.Ordinal)
                || name.StartsWith("error", StringComparison.Ordinal) => hints,
            _ => others,
        };
        texts.Notice(value);
    }

    // Codes of a header (ECMA-376, 18.3.1.46): &L, &"Arial,Bold", &12, &KFF0000.
    [GeneratedRegex(
        @"&(""[^""]*""|[0-9]{1,3}|K[0-9A-F]{6}|.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
