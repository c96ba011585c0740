using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Workbooks;

/// <summary>
/// The sender's own sheet back: bad cells coloured, each with a comment that says how to correct it, and a summary
/// before it.
/// </summary>
public static class ReturnedWorkbook
{
    /// <summary>
    /// Rows of data up to which a sheet comes back whole; of a longer one come the rows with problems, under their own
    /// numbers.
    /// </summary>
    public const int MaxRows = 100_000;

    /// <summary>
    /// The name of a sheet that does not hold everything. It is not the flow's, so that sent by mistake it is refused
    /// and replaces nothing.
    /// </summary>
    public const string ExcerptName = "Estratto";

    private const int LastRow = 1_048_576; // of any sheet
    private const int Sample = 100;

    /// <summary>
    /// Writes the workbook. Every cell keeps its address and its text, so that it can be corrected and sent again.
    /// </summary>
    /// <param name="rows">
    /// The file, opened again and before its first read; null when it cannot be read. That of a quarantined file is not
    /// touched.
    /// </param>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the writing; what was written so far is no workbook.</param>
    /// <param name="isSent">Whether the file was sent; else the receipt is the one that it would get.</param>
    public static async Task WriteAsync(
        Receipt receipt, IRowSource? rows, Stream output, CancellationToken cancellationToken, bool isSent = true)
    {
        ProblemMarks marks = new(receipt.Problems);
        using WorkbookFile file = new(output);
        DataSheet? data = rows is null || receipt.Outcome == Outcome.Quarantined
            ? null
            : await WriteRowsAsync(file, receipt, marks, rows, cancellationToken);
        SummarySheet.Write(file, receipt, data, isSent);
    }

    private static async Task<DataSheet> WriteRowsAsync(
        WorkbookFile file, Receipt receipt, ProblemMarks marks, IRowSource rows, CancellationToken cancellationToken)
    {
        bool isLong = receipt.Rows.Read > MaxRows;
        List<(int Number, string[] Cells)> first = await FirstRowsAsync(rows, cancellationToken);
        using SheetWriter sheet = file.AddSheet(
            isLong ? ExcerptName : NameOf(receipt),
            new SheetLayout(Widths(rows.Header, first))
            {
                FrozenRows = rows.HeaderRow,
                RepeatedRow = rows.HeaderRow,
                HidesOtherRows = isLong,
                IsActive = marks.First is not null,
                Row = marks.First?.Row ?? rows.HeaderRow + 1,
                Column = marks.First?.Column ?? 0,
            });
        foreach (IGrouping<int, OutsideText> title in rows.Outside.GroupBy(outside => outside.Row))
        {
            sheet.BeginRow(title.Key);
            foreach (OutsideText cell in title.OrderBy(cell => cell.Index))
            {
                sheet.Cell(title.Key, cell.Index, cell.Text, CellStyle.Normal);
            }

            sheet.EndRow();
        }

        WriteRow(sheet, rows.HeaderRow, rows.Header.Count, index => rows.Header[index], CellStyle.Header, marks);
        foreach ((int number, string[] cells) in first.Where(row => IsShown(row.Number)))
        {
            WriteRow(sheet, number, cells.Length, index => cells[index], CellStyle.Text, marks);
        }

        while (await rows.ReadAsync(cancellationToken) && rows.RowNumber <= LastRow)
        {
            if (IsShown(rows.RowNumber))
            {
                WriteRow(
                    sheet, rows.RowNumber, rows.CellCount, index => rows.Cell(index).ToString(), CellStyle.Text, marks);
            }
        }

        ShownPart shown = isLong ? ShownPart.RowsWithProblems
            : rows.Failure is not null || rows.RowNumber > LastRow ? ShownPart.UpToTheFault
            : ShownPart.Whole;
        sheet.Name = shown == ShownPart.Whole ? sheet.Name : ExcerptName;
        return new DataSheet(sheet.Name, shown, rows.RowNumber);

        bool IsShown(int row) => row <= LastRow && (!isLong || marks.Of(row).Count > 0);
    }

    private static async Task<List<(int Number, string[] Cells)>> FirstRowsAsync(
        IRowSource rows, CancellationToken cancellationToken)
    {
        List<(int, string[])> first = [];
        while (first.Count < Sample && await rows.ReadAsync(cancellationToken))
        {
            first.Add(
                (rows.RowNumber, [.. Enumerable.Range(0, rows.CellCount).Select(index => rows.Cell(index).ToString())])
            );
        }

        return first;
    }

    private static string NameOf(Receipt receipt)
    {
        string name = SafeText.SheetName(receipt.Flow, "Dati");
        return name.Equals(SummarySheet.Name, StringComparison.OrdinalIgnoreCase) ? "Dati" : name;
    }

    // As wide as the name of the column and the first texts in it, within reason.
    private static IReadOnlyList<(double Width, CellStyle Style)> Widths(
        IReadOnlyList<string> header, List<(int Number, string[] Cells)> rows) =>
        [
            .. header.Select(
                (name, i) =>
                {
                    int longest = rows.Where(row => i < row.Cells.Length)
                        .Select(row => row.Cells[i].Length)
                        .Append(name.Length)
                        .Max();
                    return (Math.Clamp(longest + 3.0, 10, 45), CellStyle.Text);
                }),
        ];

    private static void WriteRow(
        SheetWriter sheet, int row, int count, Func<int, string> textOf, CellStyle style, ProblemMarks marks)
    {
        IReadOnlyList<CellMark> bad = marks.Of(row);
        int next = 0;
        int width = bad.Count == 0 ? count : Math.Max(count, bad[^1].Column + 1);
        sheet.BeginRow(row);
        for (int i = 0; i < width; i++)
        {
            CellMark? mark = next < bad.Count && bad[next].Column == i ? bad[next++] : null;
            string text = i < count ? textOf(i) : string.Empty;
            if (mark is not null)
            {
                sheet.Comment(row, i, mark.Comment);
            }

            if (mark is not null || text.Length > 0)
            {
                sheet.Cell(row, i, text, mark?.Style ?? style);
            }
        }

        sheet.EndRow();
    }
}

/// <summary>The sender's rows in the workbook.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Shown">How much of the file it shows.</param>
/// <param name="LastRow">The last row that it can show.</param>
internal sealed record DataSheet(string Name, ShownPart Shown, int LastRow);
