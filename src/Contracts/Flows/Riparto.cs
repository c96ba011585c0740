using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>riparto</c>: how the Assembly divided an assignment among the Comuni and the joint management.
/// </summary>
public static class Riparto
{
    /// <summary>Fund.</summary>
    public static readonly Column Fondo = new(
        "fondo", ColumnKind.Fund, "Fondo", "Codice o nome del fondo, come nel catalogo dell'Ambito.", "FNPS")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Fund year.</summary>
    public static readonly Column Annualita = new(
        "annualita", ColumnKind.Year, "Annualità", "Anno a cui il fondo appartiene, non l'anno della spesa.", "2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Who receives the share.</summary>
    public static readonly Column Ente = new(
        "ente", ColumnKind.Body, "Ente", "Codice ISTAT del Comune o codice registrato dell'ente.", "018110")
    {
        Required = true,
        ValueRequired = true,
        NameAccepted = true,
    };

    /// <summary>Share.</summary>
    public static readonly Column Importo = new("importo", ColumnKind.Money, "Importo", "Quota in euro.", "389.938,90")
    { Required = true, ValueRequired = true, Summable = true, Minimum = 0 };

    /// <summary>Criterion.</summary>
    public static readonly Column Criterio = new(
        "criterio", ColumnKind.Text, "Criterio", "Criterio del riparto.", "popolazione");

    /// <summary>Act of the Assembly.</summary>
    public static readonly Column Delibera = new(
        "delibera", ColumnKind.Text, "Delibera", "Delibera dell'Assemblea dei Sindaci.", "12/2021")
    {
        HoldsReferences = true,
    };

    /// <summary>Date of the act.</summary>
    public static readonly Column DataDelibera = new(
        "data_delibera", ColumnKind.Date, "Data della delibera", "Data della delibera.", "20/05/2021");

    public static readonly FlowSchema Schema = new("riparto", "Riparto dei fondi",
        "Come l'Assemblea divide un'assegnazione fra i Comuni e la gestione associata. Lo invia l'Ufficio di Piano.",
        PeriodKinds.Year, Fondo, Annualita, Ente, Importo, Criterio, Delibera, DataDelibera)
    {
        Key = [Fondo, Annualita, Ente, Criterio],
        PlanOfficeOnly = true,
        FundColumn = Fondo,
        AmountColumn = Importo,
        SamplePeriod = "2021",
        Since = RuleSets.First,
        Place = 30,
    };
}
