using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// Costs told for the split of the FSR are no movement of a fund of the Ambito: the data of each unit are kept beside
/// the movements.
/// </summary>
internal sealed class FsrRilevazioneMapping : IFlowMapping
{
    private const string RegionalFund = FundCodes.Fsr;

    private static readonly Column[] Figures =
    [
        FsrRilevazione.Utenti,
        FsrRilevazione.Ore,
        FsrRilevazione.GiorniApertura,
        FsrRilevazione.Costi,
        FsrRilevazione.RicaviUtenti,
        FsrRilevazione.RicaviComuni,
        FsrRilevazione.ContributoPrecedente,
    ];

    public FlowSchema Flow => FsrRilevazione.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        FundKey fund = entries.FundYear(RegionalFund, row.YearOf(FsrRilevazione.Anno));
        foreach (Column figure in Figures)
        {
            if (row[figure] is { HasValue: true } cell)
            {
                Money? amount = figure.Kind == ColumnKind.Money ? new Money(cell.Number) : null;
                decimal? quantity = figure.Kind switch
                {
                    ColumnKind.Money => null,
                    ColumnKind.Quantity => (decimal)cell.Number / figure.Scale,
                    _ => cell.Number,
                };
                entries.Memos.Add(
                    fund,
                    MemoKind.UnitData,
                    body: null,
                    row.Text(FsrRilevazione.CodiceUnita),
                    amount,
                    figure.Name,
                    quantity);
            }
        }
    }
}
