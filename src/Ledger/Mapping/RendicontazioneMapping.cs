using System.Globalization;
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
        string? area = row.Text(Rendicontazione.Area);
        Money? committed = row.Money(Rendicontazione.Impegnato);
        Money? paid = row.Money(Rendicontazione.Liquidato);
        entries.Add(fund, EntryKind.Committed, body, intervention, committed, area);
        entries.Add(fund, EntryKind.Paid, body, intervention, paid, area);

        string? document = row.Text(Rendicontazione.Documento);
        entries.Documents.Add(
            new DocumentClaim(
                fund,
                body,
                DocumentFingerprint.Of(
                    row.Text(Rendicontazione.FornitorePiva),
                    document,
                    row.Date(Rendicontazione.DataDocumento)),
                document is not null,
                row.Text(Rendicontazione.TipoCosto),
                row.Text(Rendicontazione.CodiceCup),
                committed ?? Money.Zero,
                paid,
                row.Money(Rendicontazione.TotaleDocumento),
                new RowSet())
            {
                PaidIn = row.Text(Rendicontazione.CodiceCup) is null
                    ? null
                    : row.Date(Rendicontazione.DataPagamento)?.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            });
    }
}
