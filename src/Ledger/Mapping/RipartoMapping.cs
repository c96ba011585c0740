using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>A share of an assignment is allocated to its body, by criterion.</summary>
internal sealed class RipartoMapping : IFlowMapping
{
    public FlowSchema Flow => Riparto.Schema;

    public void Map(ValidRow row, EntryGatherer entries) => entries.Add(
        row.FundYear(Riparto.Fondo, Riparto.Annualita),
        EntryKind.Allocated,
        row.Text(Riparto.Ente),
        row.Text(Riparto.Criterio),
        row.Money(Riparto.Importo));
}
