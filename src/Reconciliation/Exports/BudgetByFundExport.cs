using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The budget of the Ambito: items by source fund, with a column for each fund that pays for any. Where a year has no
/// budget of its own yet it is what an earlier one foresaw, and each item says of which.
/// </summary>
internal sealed class BudgetByFundExport : IExport
{
    public string Name => "bilancio-fondi";

    public string Title => "Bilancio dell'Ambito per fondo";

    public ReportTable Build(ExportInput input)
    {
        IReadOnlyList<FundState> funds = Budgets.Counting(input.OfYear);
        (string? Item, int Budget)[] items =
        [
            .. funds.SelectMany(state => state.Contributions)
                .SelectMany(budget => ItemsOf(budget).Select(memo => (memo.Subject, Budgets.YearOf(budget))))
                .Distinct()
                .OrderBy(item => item.Item1, StringComparer.Ordinal)
                .ThenBy(item => item.Item2),
        ];
        bool tellsBudget = Array.Exists(items, item => item.Budget != input.Period.Year);
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [
                new("voce"),
                .. tellsBudget ? [new ReportColumn("bilancio")] : Array.Empty<ReportColumn>(),
                ReportColumn.OfAmounts("previsto"),
                .. funds.Select(state => ReportColumn.OfAmounts(state.Fund.Fund)),
            ],
            [.. items.Select(item => Row(item.Item, item.Budget, funds, tellsBudget))],
            []);
        return table with
        {
            Checks =
            [
                new(
                    "Voci e fondi",
                    table.TotalOf("previsto"),
                    funds.Select(fund => table.TotalOf(fund.Fund.Fund)).SumOrMissing()),
                .. funds.Select(fund => new ReportCheck(
                    $"Colonna {fund.Fund.Fund}",
                    table.TotalOf(fund.Fund.Fund),
                    fund.Memos(MemoKind.Budgeted).Select(memo => memo.Amount).SumOrMissing())),
            ],
        };
    }

    private static IEnumerable<Memo> ItemsOf(Contribution budget) =>
        budget.Memos.Where(memo => memo.Kind == MemoKind.Budgeted);

    private static IReadOnlyList<ReportCell> Row(
        string? item, int year, IReadOnlyList<FundState> funds, bool tellsBudget)
    {
        Money?[] amounts =
        [
            .. funds.Select(fund => fund.Contributions
                .Where(budget => Budgets.YearOf(budget) == year)
                .SelectMany(ItemsOf)
                .Where(memo => memo.Subject == item)
                .Select(memo => memo.Amount)
                .SumOrMissing()),
        ];
        return
        [
            ReportCell.Of(item),
            .. tellsBudget ? [ReportCell.Of(year.ToString(CultureInfo.InvariantCulture))] : Array.Empty<ReportCell>(),
            ReportCell.Of(amounts.SumOrMissing()),
            .. amounts.Select(ReportCell.Of),
        ];
    }
}
