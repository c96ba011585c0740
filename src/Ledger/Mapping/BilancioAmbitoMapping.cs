using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A budget is a forecast and moves no money: what each item takes from each fund is kept beside the movements. What
/// funds without a column pay, and what is foreseen without saying who pays, are kept too, in place of a fund.
/// </summary>
internal sealed class BilancioAmbitoMapping : IFlowMapping
{
    public FlowSchema Flow => BilancioAmbito.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        Money? divided = null;
        foreach (Column column in BilancioAmbito.Fondi)
        {
            if (row.Money(column) is { } amount)
            {
                divided = (divided ?? Money.Zero) + amount;
                Add(row, entries, column.FundCode!, amount);
            }
        }

        // An item that nobody is said to pay stays an item, be it of nothing.
        if (row.Money(BilancioAmbito.Previsto) is { } whole && (divided is null || divided != whole))
        {
            Add(row, entries, FundCodes.NoFund, whole - (divided ?? Money.Zero));
        }
    }

    private static void Add(ValidRow row, EntryGatherer entries, string fund, Money amount) => entries.Memos.Add(
        entries.FundYear(fund, row.YearOf(BilancioAmbito.Anno)),
        MemoKind.Budgeted,
        body: null,
        row.Text(BilancioAmbito.Voce),
        amount);
}
