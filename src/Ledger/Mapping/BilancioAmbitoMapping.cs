using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A budget is a forecast and moves no money: what each item takes from each fund is kept beside the movements.
/// </summary>
internal sealed class BilancioAmbitoMapping : IFlowMapping
{
    public FlowSchema Flow => BilancioAmbito.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        foreach (Column column in BilancioAmbito.Fondi)
        {
            if (column.FundCode is { } fund && row.Money(column) is { } amount)
            {
                entries.Memos.Add(
                    entries.FundYear(fund, row.YearOf(BilancioAmbito.Anno)),
                    MemoKind.Budgeted,
                    body: null,
                    row.Text(BilancioAmbito.Voce),
                    amount);
            }
        }
    }
}
