using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A budget is a forecast and moves no money: what each item takes from each fund, the Ambito's own ones too, is kept
/// beside the movements. What funds without a column pay, and what is foreseen without saying who pays, are kept too,
/// in place of a fund.
/// </summary>
internal sealed class BilancioAmbitoMapping : IFlowMapping
{
    public FlowSchema Flow => BilancioAmbito.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        int year = row.YearOf(BilancioAmbito.Anno);
        Money? divided = null;
        foreach (Column column in row.Schema.FundColumns)
        {
            if (row.Money(column) is { } amount)
            {
                divided = (divided ?? Money.Zero) + amount;
                string fund = column.FundCode!;
                Add(row, entries, column.IsOwnFund ? new FundKey(fund, year) : entries.FundYear(fund, year), amount);
            }
        }

        // An item that nobody is said to pay stays an item, be it of nothing.
        if (row.Money(BilancioAmbito.Previsto) is { } whole && (divided is null || divided != whole))
        {
            Add(row, entries, new FundKey(FundCodes.NoFund, year), whole - (divided ?? Money.Zero));
        }
    }

    private static void Add(ValidRow row, EntryGatherer entries, FundKey fund, Money amount) => entries.Memos.Add(
        fund, MemoKind.Budgeted, body: null, row.Text(BilancioAmbito.Voce), amount);
}
