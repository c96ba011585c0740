using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The trial balance of the year (<i>bilancio di verifica</i>): every account with what it received and gave.
/// </summary>
internal sealed class TrialBalanceExport : IExport
{
    public string Name => "bilancio-verifica";

    public string Title => "Bilancio di verifica";

    public ReportTable Build(ExportInput input)
    {
        LedgerEntry[] entries = [.. input.OfYear.SelectMany(state => state.Entries())];
        IReadOnlyList<ReportCell>[] rows =
        [
            .. entries.Select(entry => (Account: entry.Debit, Debit: entry.Amount, Credit: Money.Zero))
                .Concat(entries.Select(entry => (Account: entry.Credit, Debit: Money.Zero, Credit: entry.Amount)))
                .GroupBy(posted => posted.Account)
                .OrderBy(account => account.Key.Name, StringComparer.Ordinal)
                .ThenBy(account => account.Key.Fund)
                .ThenBy(account => account.Key.Beneficiary, StringComparer.Ordinal)
                .ThenBy(account => account.Key.Purpose, StringComparer.Ordinal)
                .Select(account =>
                    Row(
                        input,
                        account.Key,
                        SumOf(account.Select(posted => posted.Debit)),
                        SumOf(account.Select(posted => posted.Credit)))),
        ];
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [
                new("conto"),
                new("fondo"),
                new("annualita"),
                new("ente"),
                new("denominazione"),
                new("finalita"),
                ReportColumn.OfAmounts("dare"),
                ReportColumn.OfAmounts("avere"),
                ReportColumn.OfAmounts("saldo"),
            ],
            rows,
            []);
        Money? moved = entries.Select(entry => (Money?)entry.Amount).SumOrMissing();
        return table with
        {
            Checks =
            [
                new("Dare e avere", table.TotalOf("dare"), table.TotalOf("avere")),
                new("Dare e movimenti", table.TotalOf("dare"), moved),
            ],
        };
    }

    private static IReadOnlyList<ReportCell> Row(ExportInput input, Account account, Money debit, Money credit) =>
        [
            ReportCell.Of(account.Name),
            ReportCell.Of(account.Fund.Fund),
            ReportCell.Of(account.Fund.Year.ToString(CultureInfo.InvariantCulture)),
            ReportCell.Of(account.Beneficiary),
            ReportCell.Of(input.NameOf(account.Beneficiary)),
            ReportCell.Of(account.Purpose),
            ReportCell.Of(debit),
            ReportCell.Of(credit),
            ReportCell.Of(debit - credit),
        ];

    private static Money SumOf(IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
