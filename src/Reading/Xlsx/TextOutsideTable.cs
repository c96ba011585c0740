using System.Xml;
using PianoZona.Contracts.Reading;
using PianoZona.Reading.Xlsx.Cells;

namespace PianoZona.Reading.Xlsx;

/// <summary>Texts of a workbook that are in no row of the table, streamed.</summary>
internal static class TextOutsideTable
{
    // What a program shows as a note, and as a conversation on a cell.
    private static readonly string[] CommentParts = ["/comments", "/threadedComment"];

    /// <summary>The cells of a sheet.</summary>
    public static IEnumerable<OutsideText> OfCells(SheetRows rows)
    {
        while (rows.Next())
        {
            for (int i = 0; i < rows.CellCount; i++)
            {
                if (!rows.Cell(i).IsEmpty)
                {
                    yield return new OutsideText(rows.RowNumber, i, rows.Cell(i).ToString());
                }
            }
        }

        if (rows.Fault != SheetFault.None)
        {
            throw WorkbookFaultException.Suspect(
                "un foglio che non viene letto contiene un testo più lungo di quanto un foglio di calcolo ammetta");
        }
    }

    /// <summary>The comments on a sheet; of a longer one than a cell can hold the beginning.</summary>
    public static IEnumerable<OutsideText> OfComments(WorkbookPackage package, SheetEntry sheet, int maxLength)
    {
        foreach ((_, string path) in CommentParts.SelectMany(type => package.Related(sheet.Path, type)))
        {
            using XmlReader xml = package.OpenPart(path, WorkbookLimits.MaxSheet);
            foreach (OutsideText comment in Comments(xml, maxLength))
            {
                yield return comment;
            }
        }
    }

    /// <summary>
    /// The text boxes and shapes of a sheet, paragraph by paragraph, and the words for who sees no pictures.
    /// </summary>
    public static IEnumerable<(string Where, string Text)> OfDrawings(
        WorkbookPackage package, SheetEntry sheet, int maxLength)
    {
        foreach ((_, string path) in package.Related(sheet.Path, "/drawing").Where(one => package.Exists(one.Path)))
        {
            using XmlReader xml = package.OpenPart(path, WorkbookLimits.MaxSheet);
            foreach (string text in Paragraphs(xml, maxLength))
            {
                yield return ("in una casella di testo o in un disegno", text);
            }
        }
    }

    /// <summary>Where the links of a sheet lead, outside the file.</summary>
    public static IEnumerable<(string Where, string Text)> OfLinks(WorkbookPackage package, SheetEntry sheet) =>
        package.Outside(sheet.Path, "/hyperlink").Select(target => ("in un collegamento", target));

    private static IEnumerable<string> Paragraphs(XmlReader xml, int maxLength)
    {
        TextBuffer text = new(maxLength);
        while (xml.ReadGuarded())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "cNvPr" } && xml.GetAttribute("descr") is { } said)
            {
                yield return said;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "p" })
            {
                text.Truncate(0);
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
            {
                yield return text.Slice(0, text.Length).ToString();
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml, 0);
            }
        }
    }

    private static IEnumerable<OutsideText> Comments(XmlReader xml, int maxLength)
    {
        TextBuffer text = new(maxLength);
        (int Row, int Column) at = default;
        while (xml.ReadGuarded())
        {
            bool isComment = xml.LocalName is "comment" or "threadedComment";
            if (isComment && xml.NodeType == XmlNodeType.Element)
            {
                at = CellAddress.Parse(xml.GetAttribute("ref") ?? string.Empty);
                text.Truncate(0);
            }
            else if (isComment && xml.NodeType == XmlNodeType.EndElement)
            {
                yield return new OutsideText(at.Row, at.Column, text.Slice(0, text.Length).ToString())
                {
                    IsComment = true,
                };
            }
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml, 0);
            }
        }
    }
}
