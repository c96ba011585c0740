using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>indicatori</c>: how far the objectives of the plan have come, by the indicators of their sheets.
/// </summary>
public static class Indicatori
{
    /// <summary>What a value is when it was not measured: not 0.</summary>
    public const string NonRilevato = "non rilevato";

    /// <summary>Unit: a number of things.</summary>
    public const string Numero = "N";

    /// <summary>Unit: per cent.</summary>
    public const string Percento = "PERCENTO";

    /// <summary>Unit: a score.</summary>
    public const string Punteggio = "PUNTEGGIO";

    /// <summary>Unit: yes or no.</summary>
    public const string SiNo = "SI-NO";

    /// <summary>Unit: a ratio.</summary>
    public const string Rapporto = "RAPPORTO";

    /// <summary>Objective.</summary>
    public static readonly Column Obiettivo = new(
        "obiettivo", ColumnKind.Text, "Obiettivo", "Obiettivo, come nella scheda del Piano.", "Obiettivo 3")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Indicator.</summary>
    public static readonly Column Indicatore = new(
        "indicatore", ColumnKind.Text, "Indicatore", "Indicatore, come nella scheda del Piano.", "Equipe attivate")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Kind of indicator.</summary>
    public static readonly Column Tipo = new("tipo", ColumnKind.Choice, "Tipo", "Tipo di indicatore.", "REALIZZAZIONE")
    {
        Choices = ["REALIZZAZIONE", "RISULTATO", "IMPATTO"],
        ChoiceNames = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["REALIZZAZIONE"] = "Realizzazione", ["RISULTATO"] = "Risultato", ["IMPATTO"] = "Impatto",
        },
    };

    /// <summary>Unit of base, target and value.</summary>
    public static readonly Column Unita = new("unita", ColumnKind.Choice, "Unità", "Unità dei valori.", Numero)
    {
        Choices = [Numero, Percento, Punteggio, SiNo, Rapporto],
        ChoiceNames = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Numero] = "Numero",
            [Percento] = "Percentuale",
            [Punteggio] = "Punteggio",
            [SiNo] = "Sì o no",
            [Rapporto] = "Rapporto, come 1:20",
        },
    };

    /// <summary>Value at the start.</summary>
    public static readonly Column Base = new(
        "base", ColumnKind.Measure, "Valore di partenza", "Valore all'inizio del Piano.", "2")
    {
        MaxLength = 40,
    };

    /// <summary>Value aimed at.</summary>
    public static readonly Column Atteso = new(
        "atteso", ColumnKind.Measure, "Valore atteso", "Valore da raggiungere.", "5")
    {
        MaxLength = 40,
    };

    /// <summary>Value reached.</summary>
    public static readonly Column Valore = new("valore", ColumnKind.Measure, "Valore",
        "Valore raggiunto; «non rilevato» se non è stato misurato, che non è zero.", "4")
    { Required = true, ValueRequired = true, MaxLength = 40 };

    public static readonly FlowSchema Schema = new("indicatori", "Indicatori degli obiettivi",
        "Il valore degli indicatori in un semestre. Li inviano i responsabili dei servizi.",
        PeriodKinds.HalfYear, Obiettivo, Indicatore, Tipo, Unita, Base, Atteso, Valore)
    {
        Key = [Obiettivo, Indicatore, Tipo],
        AfterPeriod = true,
        NotPosted =
        [
            new("Sono valori di indicatori, non denaro: restano nelle righe del file.", Base, Atteso, Valore),
        ],
        Online = new OnlineForm { AlsoCarried = [Unita, Base, Atteso] },
        SamplePeriod = "2021-S1",
        Since = RuleSets.TwelveFlows,
        Place = 120,
    };
}
