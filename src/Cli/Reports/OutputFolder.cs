using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Cli.Reports;

/// <summary>The output of <c>run</c>: <c>esiti/</c>, <c>saldi.csv</c>, <c>scarti.csv</c>.</summary>
internal static class OutputFolder
{
    /// <summary>
    /// Writes everything. With several Ambiti each also gets its own files in <c>ambiti/{codice}/</c>.
    /// </summary>
    /// <param name="folder">Where to.</param>
    /// <param name="receipts">
    /// The receipts, which are written in the forms that <paramref name="stored"/> has of them.
    /// </param>
    /// <param name="stored">The container of the receipts.</param>
    /// <param name="reports">One report an Ambito.</param>
    /// <param name="cancellationToken">Ends the writing; what is written stays.</param>
    public static async Task WriteAsync(
        string folder,
        IReadOnlyList<Receipt> receipts,
        IReceiptStore stored,
        IReadOnlyList<AmbitoReport> reports,
        CancellationToken cancellationToken)
    {
        foreach (Receipt receipt in receipts)
        {
            ReceiptId id = ReceiptId.Parse(receipt.Id);
            string path = Path.Combine(folder, "esiti", id.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await CopyAsync(stored, id, ReceiptForms.Page, path, cancellationToken);
            if (ReturnedSheet.Has(receipt))
            {
                await CopyAsync(stored, id, ReceiptForms.Workbook, path, cancellationToken);
            }

            await File.WriteAllTextAsync(path + ReceiptForms.Json, ReceiptJson.Write(receipt), cancellationToken);
        }

        await WriteReportsAsync(folder, reports);
        foreach (AmbitoReport report in reports.Where(_ => reports.Count > 1))
        {
            await WriteReportsAsync(Path.Combine(folder, "ambiti", report.Ambito.Code), [report]);
        }
    }

    private static async Task CopyAsync(
        IReceiptStore stored, ReceiptId id, string ending, string path, CancellationToken cancellationToken)
    {
        await using Stream? content = await stored.FindFormAsync(id, ending, cancellationToken);
        if (content is not null)
        {
            await using FileStream file = File.Create(path + ending);
            await content.CopyToAsync(file, cancellationToken);
        }
    }

    private static async Task WriteReportsAsync(string folder, IReadOnlyList<AmbitoReport> reports)
    {
        Directory.CreateDirectory(folder);
        await CsvReport.WriteBalancesAsync(Path.Combine(folder, "saldi.csv"), reports);
        await CsvReport.WriteDiscrepanciesAsync(Path.Combine(folder, "scarti.csv"), reports);
    }
}
