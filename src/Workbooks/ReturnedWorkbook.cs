using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Workbooks;

/// <summary>The sender's own sheet back: bad cells coloured, each with a comment that says how to correct it, and a summary before it.</summary>
public static class ReturnedWorkbook
{
    private const double ColumnWidth = 18;

    /// <summary>Writes the workbook. Every cell keeps its address and its text, so that it can be corrected and sent again.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="rows">The file, opened again and before its first read; null when it cannot be read. That of a quarantined file is not touched.</param>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the writing; what was written so far is no workbook.</param>
    public static async Task WriteAsync(Receipt receipt, IRowSource? rows, Stream output, CancellationToken cancellationToken)
    {
        IRowSource? shown = receipt.Outcome == Outcome.Quarantined ? null : rows;
        string name = SafeText.SheetName(receipt.Flow, "Dati");
        name = string.Equals(name, Summary.Name, StringComparison.OrdinalIgnoreCase) ? "Dati" : name;
        using WorkbookFile file = new(output);
        Summary.Write(file, receipt, shown is null ? null : name);
        if (shown is not null)
        {
            await WriteRowsAsync(file, name, new ProblemMarks(receipt.Problems), shown, cancellationToken);
        }
    }

    private static async Task WriteRowsAsync(WorkbookFile file, string name, ProblemMarks marks, IRowSource rows, CancellationToken cancellationToken)
    {
        using SheetWriter sheet = file.AddSheet(name, new SheetLayout([.. rows.Header.Select(_ => (ColumnWidth, CellStyle.Text))])
        {
            FrozenRows = rows.HeaderRow, IsActive = true, Row = marks.First.Row, Column = marks.First.Column,
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
        while (await rows.ReadAsync(cancellationToken))
        {
            WriteRow(sheet, rows.RowNumber, rows.CellCount, index => rows.Cell(index).ToString(), CellStyle.Text, marks);
        }
    }

    private static void WriteRow(SheetWriter sheet, int row, int count, Func<int, string> textOf, CellStyle style, ProblemMarks marks)
    {
        IReadOnlyList<Mark> bad = marks.Of(row);
        int next = 0;
        int width = bad.Count == 0 ? count : Math.Max(count, bad[^1].Column + 1);
        sheet.BeginRow(row);
        for (int i = 0; i < width; i++)
        {
            Mark? mark = next < bad.Count && bad[next].Column == i ? bad[next++] : null;
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
