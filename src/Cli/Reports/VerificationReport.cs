using PianoZona.Contracts;
using PianoZona.Contracts.Text;
using PianoZona.Ledger;
using Spectre.Console;

namespace PianoZona.Cli.Reports;

/// <summary>The trial balance of an Ambito, and whether it balances.</summary>
internal static class VerificationReport
{
    public static void Print(string ambito, LedgerVerification verification)
    {
        Table table = new Table().Title(Markup.Escape($"Bilancio di verifica di {ambito} (euro)")).AddColumn("Conto")
            .AddColumn(new TableColumn("Dare").RightAligned()).AddColumn(new TableColumn("Avere").RightAligned());
        foreach ((string account, Money debit, Money credit) in ByName(verification.Balance))
        {
            table.AddRow(Markup.Escape(account), debit.ToItalian(), credit.ToItalian());
        }

        table.AddRow("Totale", verification.Balance.Debit.ToItalian(), verification.Balance.Credit.ToItalian());
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{ambito}: {Verdict(verification)}");
        foreach (LedgerViolation violation in verification.Violations)
        {
            AnsiConsole.WriteLine($"  {violation.Text}");
        }

        AnsiConsole.WriteLine();
    }

    private static string Verdict(LedgerVerification verification)
    {
        string verdict = verification.Balances
            ? string.Create(Italian.Culture, $"quadra ({Italian.Counted(verification.Postings, "caricamento", "caricamenti")} in vigore).")
            : string.Create(Italian.Culture, $"non quadra, {Italian.Counted(verification.Violations.Count, "problema", "problemi")}:");
        return verification.WithoutTotals == 0
            ? verdict
            : string.Create(
                Italian.Culture,
                $"{verdict} Di {verification.WithoutTotals:N0} caricamenti più vecchi non sono conservati i totali "
                    + $"delle righe.");
    }

    // One line for each name: bodies and purposes would make it as long as the ledger.
    private static IEnumerable<(string Account, Money Debit, Money Credit)> ByName(TrialBalance balance) =>
        balance
            .Lines.GroupBy(line => line.Key.Name, line => line.Value, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                (
                    group.Key,
                    group.Aggregate(Money.Zero, (sum, line) => sum + line.Debit),
                    group.Aggregate(Money.Zero, (sum, line) => sum + line.Credit)));
}
