using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>casi-gepi</c>: the households in charge of each Comune on the GePI platform, in a half-year.
/// </summary>
public static class CasiGepi
{
    /// <summary>Comune.</summary>
    public static readonly Column CodiceIstat = new("codice_istat", ColumnKind.Comune, "Codice ISTAT",
        "Codice ISTAT del Comune (6 cifre); è accettato anche il nome.", "019021")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>Half-year.</summary>
    public static readonly Column Periodo = new(
        "periodo", ColumnKind.Period, "Periodo", "Semestre, come 2021-S1.", "2021-S1")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Cases of the social service.</summary>
    public static readonly Column Sst = new(
        "sst", ColumnKind.Integer, "SST", "Casi in carico al servizio sociale territoriale.", "18")
    {
        Required = true,
        ValueRequired = true,
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Cases of the job centre.</summary>
    public static readonly Column Cpi = new(
        "cpi", ColumnKind.Integer, "CPI", "Casi in carico al centro per l'impiego.", "11")
    {
        Required = true,
        ValueRequired = true,
        Summable = true,
        Minimum = 0,
    };

    /// <summary>All cases.</summary>
    public static readonly Column Totale = new(
        "totale", ColumnKind.Integer, "Totale", "Casi in totale: SST + CPI.", "29")
    {
        Required = true,
        ValueRequired = true,
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Cases left out.</summary>
    public static readonly Column Escluse = new(
        "escluse", ColumnKind.Integer, "Escluse", "Domande escluse o decadute.", "2")
    {
        Summable = true,
        Minimum = 0,
    };

    public static readonly FlowSchema Schema = new("casi-gepi", "Casi sulla piattaforma GePI",
        "I nuclei in carico in un semestre, per Comune. Lo inviano i Comuni, o l'azienda che gestisce per loro.",
        PeriodKinds.HalfYear, CodiceIstat, Periodo, Sst, Cpi, Totale, Escluse)
    {
        Key = [CodiceIstat, Periodo],
        BodyColumn = CodiceIstat,
        AfterPeriod = true,
        ExpectedFrom = SenderKind.Comune,
        Rules =
        [
            new RowRule.PartsOfTotal(Totale, Sst, Cpi),
            new RowRule.OfThePeriod(Periodo),
        ],
        NotPosted =
        [
            new("Sono casi e domande, non denaro: restano nelle righe del file.", Sst, Cpi, Totale, Escluse),
        ],
        Online = new OnlineForm { RowForEach = CodiceIstat },
        SamplePeriod = "2021-S1",
        Since = RuleSets.TwelveFlows,
        Place = 100,
    };
}
