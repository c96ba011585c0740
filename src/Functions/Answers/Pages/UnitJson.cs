using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Units;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The service units of a body, as data: what is not known is null.</summary>
internal static class UnitJson
{
    /// <summary>Of the units of a body.</summary>
    public static object Of(UnitList list, Sender body) => new
    {
        ente = body.Code,
        unita = list.Units.Select(Of),
        contratti = ContractedPlaces.Of(list).Select(line => new
        {
            tipologia = line.Kind,
            comune = line.Comune,
            quanteUnita = line.Units,
            postiContrattualizzati = line.Places,
            postiDetti = line.Stated,
            senzaPosti = line.Unstated,
        }),
        nonLetti = list.Unread,
    };

    private static object Of(ServiceUnit unit) => new
    {
        codice = unit.Code,
        denominazione = unit.Name,
        tipologia = unit.Kind,
        comune = unit.Comune,
        enteGestore = unit.RunBy,
        postiAutorizzati = unit.Places.Authorised,
        postiAccreditati = unit.Places.Accredited,
        postiContrattualizzati = unit.Places.Contracted,
        dataCpe = unit.Noticed is { } day ? IsoDay.Text(day) : null,
        dataEvento = IsoDay.Text(unit.Happened),
        stato = UnitPages.StateOf(unit.State).Word.ToLowerInvariant(),
        esito = unit.Origin.Receipt,
        riga = unit.Origin.Row,
        rilevazione = unit.Year is not { } year ? null : new
        {
            annualita = year.Year,
            utenti = year.Users,
            ore = year.Hours?.ToString("0.####", CultureInfo.InvariantCulture),
            costi = year.Costs?.ToString(),
            esito = year.Origin.Receipt,
            riga = year.Origin.Row,
        },
    };
}
