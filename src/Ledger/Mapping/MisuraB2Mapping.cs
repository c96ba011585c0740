using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A request that was funded is delivered to the person, on the Fondo Non Autosufficienza, for its Comune. It is not committed here: the
/// commitment comes with the statement of expenses, and would count twice. Requests that wait or were excluded post nothing.
/// </summary>
internal sealed class MisuraB2Mapping : IFlowMapping
{
    /// <summary>The fund of the measure (fondi.md).</summary>
    private const string CareFund = "FNA";

    public FlowSchema Flow => MisuraB2.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        if (row.Text(MisuraB2.Esito) is MisuraB2.Finanziata or MisuraB2.Chiusa)
        {
            FundKey fund = new(CareFund, row.YearOf(MisuraB2.Annualita));
            entries.Add(fund, EntryKind.Delivered, row.Text(MisuraB2.CodiceIstat), row.Text(MisuraB2.Strumento), row.Money(MisuraB2.Importo));
        }
    }
}
