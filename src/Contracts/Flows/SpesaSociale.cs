using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>spesa-sociale</c>: what a Comune spent of its own in a year, area by area (the yearly regional duty, Pavia
/// L1269).
/// </summary>
public static class SpesaSociale
{
    /// <summary>The eight areas of the flow (Pavia L1295-1304).</summary>
    public static readonly IReadOnlyList<string> Aree =
    [
        "ANZIANI", "DISABILI", "MINORI-FAMIGLIA", "IMMIGRAZIONE", "EMARGINAZIONE-POVERTA", "DIPENDENZE",
        "COMPARTECIPAZIONE-SOCIOSANITARIA", "SERVIZI-SOCIALI",
    ];

    /// <summary>How people read the areas whose word is not plain.</summary>
    public static readonly IReadOnlyDictionary<string, string> AreeInParole =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ANZIANI"] = "Anziani",
            ["DISABILI"] = "Disabili",
            ["MINORI-FAMIGLIA"] = "Minori e famiglia",
            ["IMMIGRAZIONE"] = "Immigrazione",
            ["EMARGINAZIONE-POVERTA"] = "Emarginazione e povertà",
            ["DIPENDENZE"] = "Dipendenze",
            ["COMPARTECIPAZIONE-SOCIOSANITARIA"] = "Compartecipazione alla spesa sociosanitaria",
            ["SERVIZI-SOCIALI"] = "Servizi sociali",
        };

    /// <summary>Whose spending it is.</summary>
    public static readonly Column Ente = new(
        "ente",
        ColumnKind.Body,
        "Ente",
        "Codice ISTAT del Comune o codice registrato dell'ente che ha speso.",
        "018110")
    {
        Required = true,
        ValueRequired = true,
        NameAccepted = true,
    };

    /// <summary>Year of the spending.</summary>
    public static readonly Column Anno = new("anno", ColumnKind.Year, "Anno", "Anno della spesa.", "2020")
    {
        Required = true,
        ValueRequired = true,
    };

    public static readonly Column Area = new("area", ColumnKind.Choice, "Area", "Area di intervento.", "ANZIANI")
    { Required = true, ValueRequired = true, Choices = Aree, ChoiceNames = AreeInParole };

    /// <summary>Single or joint management.</summary>
    public static readonly Column Gestione = new(
        "gestione", ColumnKind.Choice, "Gestione", "Gestione del servizio.", "SINGOLA")
    {
        Choices = ["SINGOLA", "ASSOCIATA"],
        ChoiceNames = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SINGOLA"] = "Singola", ["ASSOCIATA"] = "Associata",
        },
    };

    /// <summary>Item.</summary>
    public static readonly Column Voce = new("voce", ColumnKind.Text, "Voce", "Voce di spesa.", "Servizio pasti");

    /// <summary>Amount.</summary>
    public static readonly Column Importo = new("importo", ColumnKind.Money, "Importo", "Spesa in euro.", "11.920,00")
    { Required = true, ValueRequired = true, Summable = true, Minimum = 0 };

    /// <summary>What the users paid.</summary>
    public static readonly Column CompartecipazioneUtenti = new(
        "compartecipazione_utenti",
        ColumnKind.Money,
        "Compartecipazione degli utenti",
        "Quota pagata dagli utenti, in euro.",
        "2.384,00")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>How many users.</summary>
    public static readonly Column Utenti = new("utenti", ColumnKind.Integer, "Utenti", "Numero di utenti.", "57")
    {
        Summable = true,
        Minimum = 0,
    };

    public static readonly FlowSchema Schema = new("spesa-sociale", "Spesa sociale dei Comuni",
        "Spesa sociale di un anno per area, con eventuale dettaglio per voce. La inviano i Comuni, o l'azienda che "
            + "gestisce per loro.",
        PeriodKinds.Year, Ente, Anno, Area, Gestione, Voce, Importo, CompartecipazioneUtenti, Utenti)
    {
        Key = [Ente, Anno, Area, Gestione, Voce],
        AfterPeriod = true,
        AmountColumn = Importo,
        ExpectedFrom = SenderKind.Comune,
        YearOnYearAlert = 0.30m,
        Rules =
        [
            new RowRule.OfThePeriod(Anno),
        ],
        NotPosted =
        [
            new("Sono persone, non denaro: restano nelle righe del file.", Utenti),
        ],
        Online = new OnlineForm { RowForEach = Area },
        IsToldOncePerBody = true,
        SamplePeriod = "2020",
        Since = RuleSets.First,
        Place = 40,
    };
}
