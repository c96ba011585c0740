using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Discrepancies;
using PianoZona.Ledger;
using Spectre.Console;

namespace PianoZona.Cli.Reports;

/// <summary>What the demonstration prints: receipts with their cost, balances, discrepancies, who has not sent, whether
/// the books balance.</summary>
internal sealed class DemoReport(IReadOnlyList<Receipt> receipts, IReadOnlyDictionary<string, int> transactions)
{
    private const string Missing = "–";

    private readonly List<(AmbitoReport Report, LedgerVerification Verification)> reports = [];

    public void Add(AmbitoReport report, LedgerVerification verification) => reports.Add((report, verification));

    public void Print()
    {
        PrintReceipts();
        foreach ((AmbitoReport report, LedgerVerification verification) in reports)
        {
            PrintBalances(report);
            PrintDiscrepancies("Scarti", report.Discrepancies, report.Ambito.Name);
            PrintDiscrepancies("Chi non ha inviato", report.Missing, report.Ambito.Name);
            VerificationReport.Print(report.Ambito.Name, verification);
        }

        int[] costs = [.. receipts.Select(receipt => transactions.GetValueOrDefault(receipt.Id)).Order()];
        AnsiConsole.WriteLine(
            string.Create(
                Italian.Culture,
                $"Transazioni di archiviazione per caricamento: da {costs[0]} a {costs[^1]}, mediana "
                    + $"{costs[costs.Length / 2]}."));
    }

    private void PrintReceipts()
    {
        Table table = new Table().Title("Esiti").AddColumns("Mittente", "Flusso", "Periodo", "Esito");
        table.AddColumn(Right("Righe")).AddColumn("Problemi").AddColumn(Right("Transazioni"));
        foreach (Receipt receipt in receipts)
        {
            table.AddRow(
                Markup.Escape(receipt.Sender),
                Markup.Escape(receipt.Flow),
                Markup.Escape(receipt.Period),
                ReceiptWords.Of(receipt),
                Italian.Number(receipt.Rows.Read),
                string.Join(", ", receipt.ProblemCounts.Select(pair => $"{pair.Key}×{pair.Value}")),
                transactions.GetValueOrDefault(receipt.Id).ToString(Italian.Culture));
        }

        AnsiConsole.Write(table);
        foreach (Receipt receipt in receipts.Where(receipt => receipt.Outcome is Outcome.Refused or Outcome.Quarantined)
        )
        {
            Problem first = receipt.Problems.First(problem => problem.Severity == Severity.Error);
            AnsiConsole.WriteLine(
                $"{receipt.Sender}, {receipt.Flow} {receipt.Period}: {ReceiptWords.Of(receipt)}. "
                    + $"{first.Code} {first.Cell}: {first.Message}");
        }

        AnsiConsole.WriteLine();
    }

    private static void PrintBalances(AmbitoReport report)
    {
        string title = $"Saldi di {report.Ambito.Name} (euro; {Missing} = dato non arrivato)";
        Table table = new Table().Title(Markup.Escape(title)).AddColumns("Fondo", "Annualità");
        foreach (string head in (string[])["Assegnato", "Incassato", "Ripartito", "Impegnato", "Liquidato", "Residuo"])
        {
            table.AddColumn(Right(head));
        }

        foreach (Balance whole in report.Funds.Select(state => state.Balances[0]))
        {
            table.AddRow(
                Markup.Escape(whole.Fund.Fund),
                whole.Fund.Year.ToString(CultureInfo.InvariantCulture),
                Amount(whole.Assigned),
                Amount(whole.Cashed),
                Amount(whole.Allocated),
                Amount(whole.Committed),
                Amount(whole.Paid),
                Amount(whole.Residual));
        }

        AnsiConsole.Write(table);
    }

    private static void PrintDiscrepancies(string title, IReadOnlyList<Discrepancy> found, string ambito)
    {
        AnsiConsole.WriteLine(
            $"{title}, {ambito}: {(found.Count == 0 ? "nessuno" : found.Count.ToString(Italian.Culture))}");
        foreach (Discrepancy discrepancy in found)
        {
            AnsiConsole.WriteLine(
                $"  {discrepancy.Code} {ReportColumns.Severity(discrepancy.Severity)}: {discrepancy.Text}");
        }

        AnsiConsole.WriteLine();
    }

    private static TableColumn Right(string head) => new TableColumn(head).RightAligned();

    private static string Amount(Money? amount) => amount?.ToItalian() ?? Missing;
}
