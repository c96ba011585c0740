using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A grant is assigned; one that is cashed is assigned too, and its tranche is kept; one foreseen or not yet assigned is neither, which is not zero.
/// </summary>
internal sealed class AssegnazioniMapping : IFlowMapping
{
    public FlowSchema Flow => Assegnazioni.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        FundKey fund = row.FundYear(Assegnazioni.Fondo, Assegnazioni.Annualita);
        Money? amount = row.Money(Assegnazioni.Importo);
        string? state = row.Text(Assegnazioni.Stato);
        if (state is Assegnazioni.Assegnato or Assegnazioni.Incassato)
        {
            entries.Add(fund, EntryKind.Assigned, beneficiary: null, purpose: null, amount, basis: row.Text(Assegnazioni.Base));
        }

        if (state is Assegnazioni.Incassato)
        {
            entries.Add(fund, EntryKind.Cashed, beneficiary: null, row.Text(Assegnazioni.Tranche), amount);
        }
    }
}
