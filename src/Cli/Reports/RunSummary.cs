using System.Globalization;
using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reporting;
using PianoZona.Hub.Discrepancies;

namespace PianoZona.Cli.Reports;

/// <summary>What <c>run</c> says at its end.</summary>
internal static class RunSummary
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    public static string OfRun(IReadOnlyList<Receipt> receipts, IReadOnlyList<AmbitoReport> reports, string output)
    {
        StringBuilder text = new();
        string counts = string.Join(", ", receipts.GroupBy(receipt => receipt.Outcome).OrderBy(group => group.Key)
            .Select(group => $"{group.Count().ToString(Italian)} {ReportColumns.Outcome(group.Key)}"));
        text.AppendLine(Italian, $"{receipts.Count} file, {receipts.Count} esiti{(counts.Length > 0 ? ": " + counts : string.Empty)}.");
        int funds = reports.Sum(report => report.Funds.Count);
        int discrepancies = reports.Sum(report => report.Discrepancies.Count);
        int missing = reports.Sum(report => report.FilesMissing.Count);
        text.AppendLine(Italian, $"{funds} annualità di fondi riconciliate, {discrepancies} scarti, {missing} invii mancanti.");
        text.Append(Italian, $"Scritti in {output}: esiti/, saldi.csv, scarti.csv, promemoria.csv, prova.csv, messaggi/.");
        return text.ToString();
    }
}
