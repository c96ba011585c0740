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

/// <summary>A table on paper: its heads come again on each sheet; a row that a sheet can hold stays whole.</summary>
internal sealed class SheetTable(Sheets sheets, IReadOnlyList<SheetColumn> columns)
{
    private const double Gap = 10;
    private const double Inner = 2.5;

    private readonly double shares = columns.Sum(column => column.Share);

    /// <summary>Writes its heads and rows, on as many sheets as they need.</summary>
    public void Write(IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        LaidRow? heads = columns[0].Head is null ? null : Laid([.. columns.Select(Head)]);
        sheets.Element(PdfBlockLevelElementTag.Table, () =>
        {
            bool isFirst = true;
            foreach (LaidRow row in rows.SelectMany(row => Parts(Laid(row), heads?.Height ?? 0)))
            {
                bool isNext = sheets.Need(row.Height + (isFirst ? heads?.Height ?? 0 : 0));
                if (heads is not null && isFirst)
                {
                    sheets.Element(
                        PdfBlockLevelElementTag.TableRow, () => Row(heads, PdfBlockLevelElementTag.TableHeaderCell));
                }
                else if (heads is not null && isNext)
                {
                    sheets.Again(() => Row(heads, tag: null));
                }

                sheets.Element(
                    PdfBlockLevelElementTag.TableRow, () => Row(row, PdfBlockLevelElementTag.TableDataCell));
                isFirst = false;
            }
        });
    }

    private static SheetCell Head(SheetColumn column) => new(column.Head!, PaperStyles.SmallStrong, IsHead: true);

    private void Row(LaidRow row, PdfBlockLevelElementTag? tag)
    {
        double left = 0;
        for (int at = 0; at < row.Cells.Count; at++)
        {
            double x = left;
            int cell = at;
            if (tag is { } kind)
            {
                sheets.Element(
                    row.Cells[cell].IsHead ? PdfBlockLevelElementTag.TableHeaderCell : kind,
                    () => Cell(row, cell, x));
            }
            else
            {
                Cell(row, cell, x);
            }

            left += WidthOf(cell) + Gap;
        }

        sheets.Skip(row.Height);
        if (tag is not null)
        {
            sheets.Rule(PaperStyles.Line, 0.5);
        }
    }

    private void Cell(LaidRow row, int column, double x)
    {
        TextStyle style = row.Cells[column].Style;
        double down = Inner;
        foreach (string line in row.Lines[column])
        {
            double free = columns[column].IsNumber ? WidthOf(column) - sheets.Measure(line.TrimEnd(' '), style) : 0;
            sheets.At(line, style, x + free, down);
            down += style.Leading;
        }
    }

    private double WidthOf(int column) =>
        (Sheets.Width - (Gap * (columns.Count - 1))) * columns[column].Share / shares;

    private LaidRow Laid(IReadOnlyList<SheetCell> cells)
    {
        IReadOnlyList<string>[] lines =
            [.. cells.Select((cell, at) => sheets.Lines(cell.Text, cell.Style, WidthOf(at)))];
        return new LaidRow(
            cells, lines, lines.Select((one, at) => one.Count * cells[at].Style.Leading).Max() + (2 * Inner));
    }

    // A row that no sheet can hold goes on as further rows.
    private IEnumerable<LaidRow> Parts(LaidRow row, double heads)
    {
        double room = Sheets.Tallest - heads;
        if (row.Height <= room)
        {
            return [row];
        }

        int most = (int)((room - (2 * Inner)) / row.Cells.Max(cell => cell.Style.Leading));
        return Enumerable.Range(0, (row.Lines.Max(lines => lines.Count) + most - 1) / most).Select(part => Laid(
        [
            .. row.Cells.Select((cell, at) =>
                cell with { Text = string.Concat(row.Lines[at].Skip(part * most).Take(most)).TrimEnd(' ') }),
        ]));
    }

    /// <summary>A row in lines.</summary>
    /// <param name="Lines">Of each cell.</param>
    /// <param name="Height">Of the highest cell, in points.</param>
    private sealed record LaidRow(
        IReadOnlyList<SheetCell> Cells, IReadOnlyList<string>[] Lines, double Height);
}
