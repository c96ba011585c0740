using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>unita-offerta</c>: a service unit that opens, changes or closes, or the yearly check of all of them (AFAM).
/// </summary>
public static class UnitaOfferta
{
    /// <summary>State: it opened.</summary>
    public const string Nuova = "NUOVA";

    /// <summary>State: something of it changed.</summary>
    public const string Variata = "VARIATA";

    /// <summary>State: it closed.</summary>
    public const string Chiusa = "CHIUSA";

    /// <summary>State: unchanged since the last check.</summary>
    public const string Confermata = "CONFERMATA";

    /// <summary>Code of the unit.</summary>
    public static readonly Column CodiceUnita = new("codice_unita", ColumnKind.Text, "Codice dell'unità",
        "Codice dell'unità d'offerta nell'anagrafe regionale.", "CSE-0412")
    { Required = true, ValueRequired = true, MaxLength = 40, HoldsReferences = true };

    /// <summary>Name.</summary>
    public static readonly Column Denominazione = new(
        "denominazione", ColumnKind.Text, "Denominazione", "Nome dell'unità d'offerta.", "Il Girasole");

    /// <summary>Kind of unit.</summary>
    public static readonly Column Tipologia = new(
        "tipologia", ColumnKind.Text, "Tipologia", "Tipologia dell'unità d'offerta.", "Centro socio-educativo")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Where it is.</summary>
    public static readonly Column CodiceIstat = new("codice_istat", ColumnKind.Comune, "Codice ISTAT",
        "Codice ISTAT (6 cifre) del Comune in cui si trova; è accettato anche il nome.", "019021")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>Who runs it.</summary>
    public static readonly Column EnteGestore = new(
        "ente_gestore",
        ColumnKind.Body,
        "Ente gestore",
        "Codice registrato dell'ente che la gestisce.",
        "ente-coop-uno")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>Places authorised.</summary>
    public static readonly Column PostiAutorizzati = new(
        "posti_autorizzati", ColumnKind.Integer, "Posti autorizzati", "Posti autorizzati.", "30")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Places accredited.</summary>
    public static readonly Column PostiAccreditati = new("posti_accreditati", ColumnKind.Integer, "Posti accreditati",
        "Posti accreditati: non più di quelli autorizzati.", "25")
    { Summable = true, Minimum = 0 };

    /// <summary>Places under contract.</summary>
    public static readonly Column PostiContrattualizzati = new(
        "posti_contrattualizzati",
        ColumnKind.Integer,
        "Posti contrattualizzati",
        "Posti a contratto: non più di quelli accreditati.",
        "20")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Day of the CPE, the notice of opening.</summary>
    public static readonly Column DataCpe = new(
        "data_cpe",
        ColumnKind.Date,
        "Data della CPE",
        "Data della comunicazione preventiva di esercizio.",
        "03/02/2020");

    /// <summary>Day of what happened.</summary>
    public static readonly Column DataEvento = new(
        "data_evento",
        ColumnKind.Date,
        "Data dell'evento",
        "Giorno dell'apertura, della variazione, della chiusura o della verifica: va comunicato entro 10 giorni.",
        "14/09/2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>What happened.</summary>
    public static readonly Column Stato = new("stato", ColumnKind.Choice, "Stato", "Che cosa è successo.", "VARIATA")
    {
        Required = true,
        ValueRequired = true,
        Choices = [Nuova, Variata, Chiusa, Confermata],
        ChoiceNames = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Nuova] = "Nuova",
            [Variata] = "Variata",
            [Chiusa] = "Chiusa",
            [Confermata] = "Confermata",
        },
    };

    public static readonly FlowSchema Schema = new("unita-offerta", "Unità d'offerta",
        "Apertura, variazione, chiusura o verifica annuale delle unità d'offerta. La inviano gli enti gestori e i "
            + "Comuni, entro 10 giorni dall'evento.",
        PeriodKinds.Date | PeriodKinds.Year,
        CodiceUnita,
        Denominazione,
        Tipologia,
        CodiceIstat,
        EnteGestore,
        PostiAutorizzati,
        PostiAccreditati,
        PostiContrattualizzati,
        DataCpe,
        DataEvento,
        Stato)
    {
        Key = [CodiceUnita, DataEvento],
        Rules =
        [
            new RowRule.OfThePeriod(DataEvento),
        ],
        NotPosted =
        [
            new(
                "Sono posti, non denaro: si leggono fra le unità d'offerta.",
                PostiAutorizzati, PostiAccreditati, PostiContrattualizzati),
        ],
        Events = new EventRows(DataEvento) { Check = (Stato, Confermata) },
        Online = new OnlineForm
        {
            AlsoCarried = [PostiAutorizzati, PostiAccreditati, PostiContrattualizzati, DataCpe],
        },
        SamplePeriod = "2021-09-14",
        Since = RuleSets.TwelveFlows,
        Place = 70,
    };
}
