using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Pipeline;

namespace PianoZona.Cli.Reports;

/// <summary>The output of <c>run</c>: <c>esiti/</c>, <c>saldi.csv</c>, <c>scarti.csv</c>.</summary>
internal static class OutputFolder
{
    /// <summary>Writes everything. With several Ambiti each also gets its own files in <c>ambiti/{codice}/</c>.</summary>
    public static async Task WriteAsync(string folder, IReadOnlyList<Receipt> receipts, IReadOnlyList<AmbitoReport> reports)
    {
        foreach (Receipt receipt in receipts)
        {
            string path = Path.Combine(folder, "esiti", $"{ReceiptId.Parse(receipt.Id).Path}.json");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, ReceiptJson.Write(receipt));
        }

        await WriteReportsAsync(folder, reports);
        foreach (AmbitoReport report in reports.Where(_ => reports.Count > 1))
        {
            await WriteReportsAsync(Path.Combine(folder, "ambiti", report.Ambito.Code), [report]);
        }
    }

    private static async Task WriteReportsAsync(string folder, IReadOnlyList<AmbitoReport> reports)
    {
        Directory.CreateDirectory(folder);
        await CsvReport.WriteBalancesAsync(Path.Combine(folder, "saldi.csv"), reports);
        await CsvReport.WriteDiscrepanciesAsync(Path.Combine(folder, "scarti.csv"), reports);
    }
}
