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
    public static IEnumerable<OutsideText> OfCells(Func<SheetRows> open)
    {
        using SheetRows rows = open();
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
