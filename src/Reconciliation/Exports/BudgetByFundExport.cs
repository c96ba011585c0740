using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>The budget of the Ambito: items by source fund, with a column for each fund that pays for any.</summary>
internal sealed class BudgetByFundExport : IExport
{
    public string Name => "bilancio-fondi";

    public string Title => "Bilancio dell'Ambito per fondo";

    public ReportTable Build(ExportInput input)
    {
        FundState[] funds = [.. input.OfYear.Where(state => state.Memos(MemoKind.Budgeted).Any())];
        IEnumerable<string?> items = funds
            .SelectMany(state => state.Memos(MemoKind.Budgeted))
            .Select(memo => memo.Subject)
            .Distinct(StringComparer.Ordinal);
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [
                new("voce"),
                ReportColumn.OfAmounts("previsto"),
                .. funds.Select(state => ReportColumn.OfAmounts(state.Fund.Fund)),
            ],
            [.. items.Order(StringComparer.Ordinal).Select(item => Row(item, funds))],
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

    private static IReadOnlyList<ReportCell> Row(string? item, FundState[] funds)
    {
        Money?[] amounts =
        [
            .. funds.Select(fund =>
                fund.Memos(MemoKind.Budgeted)
                    .Where(memo => memo.Subject == item)
                    .Select(memo => memo.Amount)
                    .SumOrMissing()),
        ];
        return [ReportCell.Of(item), ReportCell.Of(amounts.SumOrMissing()), .. amounts.Select(ReportCell.Of)];
    }
}
