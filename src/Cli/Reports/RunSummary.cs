using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Discrepancies;

namespace PianoZona.Cli.Reports;

/// <summary>What <c>run</c> says at its end.</summary>
internal static class RunSummary
{
    public static string OfRun(IReadOnlyList<Receipt> receipts, IReadOnlyList<AmbitoReport> reports, string output)
    {
        StringBuilder text = new();
        string counts = string.Join(
            ", ",
            receipts
                .GroupBy(receipt => receipt.Outcome)
                .OrderBy(group => group.Key)
                .Select(group => $"{group.Count().ToString(Italian.Culture)} {ReportColumns.Outcome(group.Key)}"));
        text.AppendLine(
            Italian.Culture,
            $"{receipts.Count} file, {(receipts.Count == 1 ? "1 esito" : $"{receipts.Count} esiti")}{(counts.Length > 0 ? ": " + counts : string.Empty)}.");
        int funds = reports.Sum(report => report.Funds.Count);
        int discrepancies = reports.Sum(report => report.Discrepancies.Count);
        int toDecide = reports.Sum(report => report.Discrepancies.Count(found =>
            Discrepancy.IsToDecide(found.Code, found.Severity)));
        int missing = reports.Sum(report => report.FilesMissing.Count);
        text.AppendLine(
            Italian.Culture,
            $"{funds} annualità di fondi riconciliate, {discrepancies} scarti di cui {toDecide} da decidere, "
                + $"{missing} invii mancanti.");
        text.Append(
            Italian.Culture,
            $"Scritti in {output}: esiti/, saldi.csv, scarti.csv, promemoria.csv, prova.csv, messaggi/.");
        return text.ToString();
    }
}
