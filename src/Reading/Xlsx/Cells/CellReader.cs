using System.Globalization;
using System.Xml;

namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>Reads one cell element into the characters of its row.</summary>
/// <param name="workbook">How days are counted.</param>
/// <param name="strings">The texts that cells share.</param>
/// <param name="formats">How numbers are shown.</param>
/// <param name="text">Takes the characters.</param>
/// <param name="beside">Takes what is no part of the value, as the formula; null = nobody asks.</param>
internal sealed class CellReader(
    Workbook workbook, SharedStrings strings, NumberFormats formats, TextBuffer text, FlowingText? beside)
{
    private RichText rich;
    private string type = string.Empty;
    private NumberFormat format;
    private bool hasFormula;
    private bool inValue;
    private int start;

    /// <summary>Takes in the beginning of a cell.</summary>
    public void Begin(XmlReader xml)
    {
        (rich, hasFormula, inValue, start) = (default, false, false, text.Length);
        type = xml.GetAttribute("t") ?? "n";
        string? style = xml.GetAttribute("s");
        format =
            style is not null && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                ? formats[index]
                : formats[0];
    }

    /// <summary>Takes in one node inside the cell.</summary>
    public void Step(XmlReader xml)
    {
        if (type == "inlineStr")
        {
            if (!rich.Step(xml, text, start))
            {
                beside?.Add(xml, isFormula: true);
            }
        }
        else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
        {
            if (inValue)
            {
                text.Append(xml, start);
            }
            else if (xml.NodeType == XmlNodeType.Text)
            {
                beside?.Add(xml, isFormula: true);
            }
        }
        else if (xml.Depth == 4 && xml.LocalName == "v")
        {
            inValue = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
        }
        else if (xml.Depth == 4 && xml.LocalName == "f")
        {
            hasFormula = true;
        }
    }

    /// <summary>Finishes the cell.</summary>
    /// <returns>Null when its text is longer than allowed.</returns>
    public SheetCell? End()
    {
        if (text.IsTooLong(start))
        {
            return null;
        }

        CellKind kind = CellKind.Text;
        switch (type)
        {
            case "s" when text.Length > start:
                if (!TryCopyShared())
                {
                    return null;
                }

                break;
            case "str" or "inlineStr":
                text.Unescape(start); // an empty result of a formula is a value
                break;
            case "b" when text.Length > start:
                kind = Replace(CellText.OfBoolean(text.From(start)), CellKind.Typed);
                break;
            case "e":
                kind = Replace(CellText.OfError(text.From(start)), CellKind.Error);
                break;
            case "d" when text.Length > start:
                kind = Replace(CellText.OfDate(text.From(start)), CellKind.Typed);
                break;
            default:
                kind = Number();
                break;
        }

        return new SheetCell(kind, start, text.Length - start);
    }

    private CellKind Number()
    {
        ReadOnlySpan<char> stored = ((ReadOnlySpan<char>)text.From(start)).Trim();
        if (stored.IsEmpty)
        {
            text.Truncate(start);
            return hasFormula ? CellKind.NoValue : CellKind.Text;
        }

        bool asIs =
            format.Style == NumberStyle.Number
            && stored.Length == text.Length - start
            && CellText.IsPlainInteger(stored);
        return asIs ? CellKind.Typed : Replace(CellText.OfNumber(stored, format, workbook.From1904), CellKind.Typed);
    }

    private bool TryCopyShared()
    {
        int index = int.TryParse(text.From(start), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : -1;
        text.Truncate(start);
        return strings.TryCopy(index, text);
    }

    private CellKind Replace(string with, CellKind kind)
    {
        text.Truncate(start);
        text.Append(with);
        return kind;
    }
}
