using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>A reported document is committed, and paid as far as it says so, by body and intervention.</summary>
internal sealed class RendicontazioneMapping : IFlowMapping
{
    public FlowSchema Flow => Rendicontazione.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        FundKey fund = row.FundYear(Rendicontazione.Fondo, Rendicontazione.Annualita);
        string? body = row.Text(Rendicontazione.Ente);
        string? intervention = row.Text(Rendicontazione.Intervento);
        entries.Add(fund, EntryKind.Committed, body, intervention, row.Money(Rendicontazione.Impegnato));
        entries.Add(fund, EntryKind.Paid, body, intervention, row.Money(Rendicontazione.Liquidato));
    }
}
