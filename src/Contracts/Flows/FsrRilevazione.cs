using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>fsr-rilevazione</c>: the yearly data of a service unit, on which the Fondo Sociale Regionale is divided.
/// </summary>
public static class FsrRilevazione
{
    /// <summary>Code of the unit.</summary>
    public static readonly Column CodiceUnita = new("codice_unita", ColumnKind.Text, "Codice dell'unità",
        "Codice dell'unità d'offerta nell'anagrafe regionale.", "CSE-0412")
    { Required = true, ValueRequired = true, MaxLength = 40, HoldsReferences = true };

    /// <summary>Year of the data.</summary>
    public static readonly Column Anno = new(
        "anno", ColumnKind.Year, "Anno", "Anno a cui si riferiscono i dati.", "2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Users.</summary>
    public static readonly Column Utenti = new("utenti", ColumnKind.Integer, "Utenti", "Utenti nell'anno.", "24")
    { Required = true, ValueRequired = true, Summable = true, Minimum = 0 };

    /// <summary>Hours.</summary>
    public static readonly Column Ore = new("ore", ColumnKind.Quantity, "Ore", "Ore di servizio nell'anno.", "1.840,5")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Days of opening.</summary>
    public static readonly Column GiorniApertura = new(
        "giorni_apertura", ColumnKind.Integer, "Giorni di apertura", "Giorni di apertura nell'anno.", "230")
    {
        Minimum = 0,
        Maximum = 366,
    };

    /// <summary>Costs.</summary>
    public static readonly Column Costi = new(
        "costi", ColumnKind.Money, "Costi", "Costi dell'anno, in euro.", "310.450,00")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>What users paid.</summary>
    public static readonly Column RicaviUtenti = new(
        "ricavi_utenti", ColumnKind.Money, "Ricavi dagli utenti", "Rette pagate dagli utenti, in euro.", "48.200,00")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>What Comuni paid.</summary>
    public static readonly Column RicaviComuni = new(
        "ricavi_comuni", ColumnKind.Money, "Ricavi dai Comuni", "Quanto hanno pagato i Comuni, in euro.", "201.900,00")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>The share of the year before.</summary>
    public static readonly Column ContributoPrecedente = new(
        "contributo_precedente",
        ColumnKind.Money,
        "Contributo precedente",
        "Contributo del Fondo Sociale Regionale avuto l'anno prima, in euro.",
        "22.310,00")
    {
        Summable = true,
        Minimum = 0,
    };

    public static readonly FlowSchema Schema = new("fsr-rilevazione", "Rilevazione per il Fondo Sociale Regionale",
        "I dati di un anno di ogni unità d'offerta. La inviano gli enti gestori e i Comuni: chi non la invia non ha "
            + "una quota del fondo.",
        PeriodKinds.Year,
        CodiceUnita,
        Anno,
        Utenti,
        Ore,
        GiorniApertura,
        Costi,
        RicaviUtenti,
        RicaviComuni,
        ContributoPrecedente)
    {
        Key = [CodiceUnita, Anno],
        AmountColumn = Costi,
        AfterPeriod = true,
        Rules =
        [
            new RowRule.OfThePeriod(Anno),
        ],
        Online = new OnlineForm(),
        IsToldOncePerBody = true,
        UnitColumn = CodiceUnita,
        SamplePeriod = "2021",
        Since = RuleSets.TwelveFlows,
        Place = 80,
    };
}
