using PdfSharp.UniversalAccessibility;

namespace PianoZona.Papers;

/// <summary>A column of a table on paper.</summary>
/// <param name="Head">Its name; null = the table has no heads.</param>
/// <param name="Share">Of the width, in parts of all shares.</param>
/// <param name="IsNumber">Whether it stands to the right.</param>
internal sealed record SheetColumn(string? Head, double Share, bool IsNumber = false);

/// <summary>A cell of a table on paper.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsHead">Whether it says what its row is.</param>
internal sealed record SheetCell(string Text, TextStyle Style, bool IsHead = false);

/// <summary>A table on paper: its heads come again on each sheet, and a row that a sheet can hold stays whole.</summary>
internal sealed class SheetTable(Sheets sheets, IReadOnlyList<SheetColumn> columns)
{
    private const double Gap = 10;
    private const double Inner = 2.5;

    private readonly double shares = columns.Sum(column => column.Share);

    private bool HasHeads => columns[0].Head is not null;

    private double HeadHeight => HasHeads ? Lines(Heads()).Max(lines => lines.Count) * HeadStyle.Leading : 0;

    private static TextStyle HeadStyle => PaperStyles.SmallStrong;

    /// <summary>Writes its heads and rows, on as many sheets as they need.</summary>
    public void Write(IEnumerable<IReadOnlyList<SheetCell>> rows) =>
        sheets.Element(PdfBlockLevelElementTag.Table, () =>
        {
            bool isFirst = true;
            foreach (IReadOnlyList<SheetCell> row in rows.SelectMany(Parts))
            {
                double height = HeightOf(row);
                bool isNext = sheets.Need(height + (isFirst ? HeadHeight : 0));
                if (HasHeads && isFirst)
                {
                    sheets.Element(
                        PdfBlockLevelElementTag.TableRow, () => Row(Heads(), PdfBlockLevelElementTag.TableHeaderCell));
                }
                else if (HasHeads && isNext)
                {
                    sheets.Again(() => Row(Heads(), tag: null));
                }

                sheets.Element(PdfBlockLevelElementTag.TableRow, () => Row(row, PdfBlockLevelElementTag.TableDataCell));
                isFirst = false;
            }
        });

    private SheetCell[] Heads() => [.. columns.Select(column => new SheetCell(column.Head!, HeadStyle, IsHead: true))];

    private void Row(IReadOnlyList<SheetCell> cells, PdfBlockLevelElementTag? tag)
    {
        IReadOnlyList<string>[] lines = Lines(cells);
        double left = 0;
        for (int at = 0; at < cells.Count; at++)
        {
            double x = left;
            int cell = at;
            if (tag is { } kind)
            {
                sheets.Element(
                    cells[cell].IsHead ? PdfBlockLevelElementTag.TableHeaderCell : kind,
                    () => Cell(lines[cell], cells[cell], cell, x));
            }
            else
            {
                Cell(lines[cell], cells[cell], cell, x);
            }

            left += WidthOf(cell) + Gap;
        }

        sheets.Skip(HeightOf(cells));
        if (tag is not null)
        {
            sheets.Rule(PaperStyles.Line, 0.5);
        }
    }

    private void Cell(IReadOnlyList<string> lines, SheetCell cell, int column, double x)
    {
        double down = Inner;
        foreach (string line in lines)
        {
            double free = columns[column].IsNumber
                ? WidthOf(column) - sheets.Measure(line.TrimEnd(' '), cell.Style)
                : 0;
            sheets.At(line, cell.Style, x + free, down);
            down += cell.Style.Leading;
        }
    }

    private double WidthOf(int column) =>
        (Sheets.Width - (Gap * (columns.Count - 1))) * columns[column].Share / shares;

    private IReadOnlyList<string>[] Lines(IReadOnlyList<SheetCell> cells) =>
        [.. cells.Select((cell, at) => sheets.Lines(cell.Text, cell.Style, WidthOf(at)))];

    private double HeightOf(IReadOnlyList<SheetCell> cells) =>
        Lines(cells).Select((lines, at) => lines.Count * cells[at].Style.Leading).Max() + (2 * Inner);

    // A row that no sheet can hold goes on as further rows.
    private IEnumerable<IReadOnlyList<SheetCell>> Parts(IReadOnlyList<SheetCell> row)
    {
        IReadOnlyList<string>[] lines = Lines(row);
        double leading = row.Max(cell => cell.Style.Leading);
        int most = (int)((Sheets.Tallest - (2 * HeadHeight) - (2 * Inner)) / leading) - 1;
        int parts = Math.Max(1, (lines.Max(one => one.Count) + most - 1) / most);
        return parts == 1
            ? [row]
            : Enumerable.Range(0, parts).Select(part => (IReadOnlyList<SheetCell>)
            [
                .. row.Select((cell, at) =>
                    cell with { Text = string.Concat(lines[at].Skip(part * most).Take(most)).TrimEnd(' ') }),
            ]);
    }
}
