using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A service is delivered for a Comune, by service; the month is that of the upload. Each share goes where its money
/// comes from: that of the fund to the fund and year named, that of the Comune to the Comuni's own fund in the year of
/// the service, that of the user is contributed there. Without shares the whole amount is on the fund named; where no
/// fund is named either, nobody is said to pay, and nothing is posted.
/// </summary>
internal sealed class PrestazioniMapping : IFlowMapping
{
    public FlowSchema Flow => Prestazioni.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        string? comune = row.Text(Prestazioni.CodiceIstat);
        string? service = row.Text(Prestazioni.Servizio);
        FundKey own = entries.FundYear(
            SpesaSocialeMapping.OwnFund, Period.Parse(row.Text(Prestazioni.Periodo)!).Year);
        Money? ofUser = row.Money(Prestazioni.QuotaUtente);
        Money? ofComune = row.Money(Prestazioni.QuotaComune);
        Money? ofFund = row.Money(Prestazioni.QuotaFondo);
        if (row.Text(Prestazioni.Fondo) is not null)
        {
            bool undivided = ofUser is null && ofComune is null && ofFund is null;
            FundKey fund = row.FundYear(Prestazioni.Fondo, Prestazioni.Annualita);
            entries.Add(
                fund, EntryKind.Delivered, comune, service, undivided ? row.Money(Prestazioni.Importo) : ofFund);
        }

        entries.Add(own, EntryKind.Delivered, comune, service, ofComune);
        entries.Add(own, EntryKind.Contributed, comune, service, ofUser);
    }
}
