using System.Globalization;
using CsvHelper;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Functions.Answers;

/// <summary>
/// A table for somebody outside as CSV: UTF-8, semicolons, amounts as <c>1234.56</c>, the row of totals last.
/// </summary>
internal static class ReportCsv
{
    /// <summary>The file.</summary>
    public static async Task<byte[]> WriteAsync(ReportTable table, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new();
        await using (
            CsvWriter csv = CsvWriter.Create(
                stream, new CsvWriterOptions { Separator = ';', NewLine = "\n" }, leaveOpen: true))
        {
            await csv.WriteRecordAsync([.. table.Columns.Select(column => column.Name)], cancellationToken);
            foreach (IReadOnlyList<ReportCell> row in table.Rows.Append(table.Totals))
            {
                await csv.WriteRecordAsync([.. row.Select(TextOf)], cancellationToken);
            }
        }

        return stream.ToArray();
    }

    private static string TextOf(ReportCell cell) =>
        cell.Amount?.ToString()
        ?? cell.Number?.ToString(CultureInfo.InvariantCulture)
        ?? Guarded(cell.Text ?? string.Empty);

    /// <summary>A text that a spreadsheet would run is kept a text, as the returned workbooks do.</summary>
    public static string Guarded(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
