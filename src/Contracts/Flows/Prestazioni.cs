using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>Flow <c>prestazioni</c>: the services that a provider delivered to persons in a month.</summary>
public static class Prestazioni
{
    /// <summary>The provider.</summary>
    public static readonly Column EnteGestore = new(
        "ente_gestore",
        ColumnKind.Body,
        "Ente gestore",
        "Codice registrato dell'ente che eroga il servizio.",
        "ente-coop-uno")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>The Comune that the person belongs to.</summary>
    public static readonly Column CodiceIstat = new("codice_istat", ColumnKind.Comune, "Codice ISTAT",
        "Codice ISTAT (6 cifre) del Comune di residenza della persona; è accettato anche il nome.", "019021")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>Service.</summary>
    public static readonly Column Servizio = new("servizio", ColumnKind.Choice, "Servizio", "Servizio erogato.", "SAD")
    {
        Required = true,
        ValueRequired = true,
        Choices =
        [
            "SAD",
            "SADH",
            "ADM",
            "SED",
            "AES",
            "SFA",
            "CSE",
            "CDD",
            "CSS",
            "RSD",
            "RSA",
            "CDI",
            "NIDO",
            "COMUNITA-MINORI",
            "PASTI",
            "TRASPORTO",
            "TELESOCCORSO",
            "PUA",
            "ALTRO",
        ],
    };

    /// <summary>Fund that pays, if any.</summary>
    public static readonly Column Fondo = new(
        "fondo", ColumnKind.Fund, "Fondo", "Codice o nome del fondo che paga, se ce n'è uno.", "FNA");

    /// <summary>Fund year.</summary>
    public static readonly Column Annualita = new(
        "annualita",
        ColumnKind.Year,
        "Annualità",
        "Anno a cui il fondo appartiene; va indicato insieme al fondo.",
        "2021");

    /// <summary>Month.</summary>
    public static readonly Column Periodo = new(
        "periodo", ColumnKind.Period, "Periodo", "Mese delle prestazioni, come 2021-09.", "2021-09")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>The person, by an opaque code.</summary>
    public static readonly Column IdUtente = new("id_utente", ColumnKind.OpaqueId, "Codice dell'utente",
        "Codice che solo l'ente gestore sa ricondurre alla persona: mai il nome, mai il codice fiscale.", "UT-000157")
    { Required = true, ValueRequired = true, MaxLength = 40 };

    /// <summary>Day.</summary>
    public static readonly Column Data = new(
        "data", ColumnKind.Date, "Data", "Giorno della prestazione, se le righe sono per giorno.", "14/09/2021");

    /// <summary>Quantity.</summary>
    public static readonly Column Quantita = new(
        "quantita", ColumnKind.Quantity, "Quantità", "Quantità, con al massimo quattro decimali.", "12,5")
    {
        Required = true,
        ValueRequired = true,
        Minimum = 0,
    };

    /// <summary>Unit of the quantity.</summary>
    public static readonly Column Unita = new("unita", ColumnKind.Choice, "Unità", "Unità della quantità.", "ORE")
    { Required = true, ValueRequired = true, Choices = ["ORE", "ACCESSI", "GIORNI", "PASTI", "MESI"] };

    /// <summary>Price of one unit.</summary>
    public static readonly Column Tariffa = new(
        "tariffa", ColumnKind.Money, "Tariffa", "Prezzo di una unità, in euro.", "21,37")
    {
        Required = true,
        ValueRequired = true,
        Minimum = 0,
    };

    /// <summary>Amount: quantity × tariff, to the cent.</summary>
    public static readonly Column Importo = new(
        "importo", ColumnKind.Money, "Importo", "Quantità × tariffa, in euro, arrotondato al centesimo.", "267,13")
    {
        Required = true,
        ValueRequired = true,
        Summable = true,
        Minimum = 0,
    };

    /// <summary>The user's share.</summary>
    public static readonly Column QuotaUtente = new(
        "quota_utente", ColumnKind.Money, "Quota dell'utente", "Parte pagata dall'utente, in euro.", "67,13")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>The Comune's share.</summary>
    public static readonly Column QuotaComune = new(
        "quota_comune", ColumnKind.Money, "Quota del Comune", "Parte pagata dal Comune, in euro.", "100,00")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>The fund's share.</summary>
    public static readonly Column QuotaFondo = new(
        "quota_fondo", ColumnKind.Money, "Quota del fondo", "Parte pagata dal fondo indicato, in euro.", "100,00")
    {
        Summable = true,
        Minimum = 0,
    };

    public static readonly Column CodiceCig = new(
        "cig", ColumnKind.Cig, "CIG", "Codice identificativo di gara.", "8745961356");

    public static readonly FlowSchema Schema = new("prestazioni", "Prestazioni erogate",
        "Le prestazioni di un mese, per persona e servizio. Le inviano gli enti gestori.",
        PeriodKinds.Month,
        EnteGestore,
        CodiceIstat,
        Servizio,
        Fondo,
        Annualita,
        Periodo,
        IdUtente,
        Data,
        Quantita,
        Unita,
        Tariffa,
        Importo,
        QuotaUtente,
        QuotaComune,
        QuotaFondo,
        CodiceCig)
    {
        FundColumn = Fondo,
        ScopeColumns = [EnteGestore],
        AmountColumn = Importo,
        AfterPeriod = true,
        Rules =
        [
            new RowRule.SharesOfAmount(Importo, MayBeUndivided: true, QuotaUtente, QuotaComune, QuotaFondo),
            new RowRule.QuantityTimesTariff(Importo, Quantita, Tariffa),
            new RowRule.OfThePeriod(Periodo),
            new RowRule.OfThePeriod(Data),
        ],
        NotPosted =
        [
            new("La riga non dice chi paga: non ha un fondo né quote.", Importo)
            {
                WhereEmpty = [Fondo, QuotaUtente, QuotaComune, QuotaFondo],
            },
            new("Dice come si compone l'importo: resta nelle righe del file.", Quantita, Tariffa),
        ],
        SamplePeriod = "2021-09",
        Since = RuleSets.TwelveFlows,
        Place = 60,
    };
}
