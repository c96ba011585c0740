using PianoZona.Contracts.Reporting;

namespace PianoZona.Workbooks;

/// <summary>
/// A table for somebody outside as a workbook: its rows with their totals, and a sheet that says with what they agree.
/// </summary>
public static class ReportWorkbook
{
    private static readonly (string, CellStyle)[] CheckHeads =
    [
        ("Controllo", CellStyle.Header),
        ("Nel prospetto", CellStyle.Header),
        ("Nei conti", CellStyle.Header),
        ("Esito", CellStyle.Header),
    ];

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    public static void Write(ReportTable table, Stream output)
    {
        using WorkbookFile file = new(output);
        WriteData(file, table);
        WriteChecks(file, table);
    }

    private static void WriteData(WorkbookFile file, ReportTable table)
    {
        SheetLayout layout = new([.. table.Columns.Select((column, i) => (WidthOf(table, i), StyleOf(column.Kind)))])
        {
            FrozenRows = 1, RepeatedRow = 1, IsActive = true, Row = 2,
        };
        using SheetWriter sheet = file.AddSheet("Dati", layout);
        sheet.WriteRow(1, [.. table.Columns.Select(column => (column.Name, CellStyle.Header))]);
        for (int i = 0; i < table.Rows.Count; i++)
        {
            WriteRow(sheet, i + 2, table, table.Rows[i], isTotal: false);
        }

        WriteRow(sheet, table.Rows.Count + 2, table, table.Totals, isTotal: true);
    }

    private static void WriteRow(
        SheetWriter sheet, int number, ReportTable table, IReadOnlyList<ReportCell> cells, bool isTotal)
    {
        sheet.BeginRow(number);
        for (int i = 0; i < cells.Count; i++)
        {
            CellStyle style = (table.Columns[i].Kind, isTotal) switch
            {
                (ReportColumnKind.Amount, true) => CellStyle.MoneyTotal,
                (_, true) => CellStyle.Label,
                (var kind, _) => StyleOf(kind),
            };
            if ((cells[i].Amount?.Euro ?? cells[i].Number) is { } value)
            {
                sheet.Value(number, i, value, style);
            }
            else
            {
                sheet.Cell(number, i, cells[i].Text ?? (isTotal ? NoTotal(table.Columns[i]) : string.Empty), style);
            }
        }

        sheet.EndRow();
    }

    private static string NoTotal(ReportColumn column) =>
        column is { Summed: true, IsKnownWhole: true } ? "non noto" : string.Empty;

    private static void WriteChecks(WorkbookFile file, ReportTable table)
    {
        using SheetWriter sheet = file.AddSheet(
            "Controlli",
            new SheetLayout([
                (48, CellStyle.Wrapped),
                (18, CellStyle.Money),
                (18, CellStyle.Money),
                (14, CellStyle.Normal),
            ]));
        sheet.WriteRow(1, (table.Title, CellStyle.Title));
        sheet.WriteRow(2, CheckHeads);
        for (int i = 0; i < table.Checks.Count; i++)
        {
            ReportCheck check = table.Checks[i];
            sheet.WriteRow(
                i + 3, (check.What, CellStyle.Wrapped), (check.Table?.ToItalian() ?? "–", CellStyle.Wrapped),
                (check.Books?.ToItalian() ?? "–", CellStyle.Wrapped),
                check.Agrees ? ("quadra", CellStyle.Info) : ("non quadra", CellStyle.Error));
        }
    }

    private static double WidthOf(ReportTable table, int column)
    {
        int longest = table
            .Rows.Select(row => row[column].Text?.Length ?? 0)
            .Append(table.Columns[column].Name.Length)
            .Max();
        return Math.Clamp(longest + 3, 14, 48);
    }

    private static CellStyle StyleOf(ReportColumnKind kind) => kind switch
    {
        ReportColumnKind.Amount => CellStyle.Money,
        ReportColumnKind.Number => CellStyle.Quantity,
        _ => CellStyle.Text,
    };
}
