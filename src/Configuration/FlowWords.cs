using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Configuration;

/// <summary>
/// What a flow and its columns ask for, in Italian: the specification and the public pages say the same.
/// </summary>
public static class FlowWords
{
    private static readonly (PeriodKinds Kind, string Word)[] PeriodWords =
    [
        (PeriodKinds.Year, "anno"), (PeriodKinds.HalfYear, "semestre"), (PeriodKinds.Quarter, "trimestre"),
        (PeriodKinds.Month, "mese"), (PeriodKinds.Date, "giorno"),
    ];

    /// <summary>The word for what a column holds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A kind without a word.</exception>
    public static string Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "testo",
        ColumnKind.Choice => "parola",
        ColumnKind.Money => "importo",
        ColumnKind.Integer => "numero",
        ColumnKind.Quantity => "quantità",
        ColumnKind.Year => "anno",
        ColumnKind.Date => "data",
        ColumnKind.Period => "periodo",
        ColumnKind.Comune => "Comune",
        ColumnKind.Body => "ente",
        ColumnKind.Fund => "fondo",
        ColumnKind.Cup => "CUP",
        ColumnKind.Cig => "CIG",
        ColumnKind.VatNumber => "partita IVA",
        ColumnKind.OpaqueId => "codice di persona",
        ColumnKind.Measure => "misura",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>
    /// Whether a column must be there: <c>sì</c>, <c>la colonna</c> (its cells may be empty), <c>no</c>.
    /// </summary>
    public static string ObligationOf(Column column) => (column.Required, column.ValueRequired) switch
    {
        (true, true) => "sì",
        (true, false) => "la colonna",
        _ => "no",
    };

    /// <summary>What the values of a column are held to, beside the words that it allows.</summary>
    public static IEnumerable<string> LimitsOf(Column column)
    {
        if (column is { Minimum: { } least, Maximum: { } most })
        {
            yield return $"da {Number(least)} a {Number(most)}";
        }
        else if ((column.Minimum ?? column.Maximum) is { } bound)
        {
            yield return $"{(column.Minimum is null ? "al massimo" : "almeno")} {Number(bound)}";
        }

        if (column.Kind is ColumnKind.Text or ColumnKind.OpaqueId or ColumnKind.Measure)
        {
            yield return $"al massimo {Italian.Number(column.MaxLength)} caratteri";
        }

        if (column.Kind is ColumnKind.Comune or ColumnKind.Body && column.NameAccepted)
        {
            yield return "codice, o nome per intero";
        }
    }

    /// <summary>For which periods a flow is sent: <c>anno oppure semestre, dopo la sua fine</c>.</summary>
    public static string PeriodsOf(FlowSchema flow) =>
        string.Join(" oppure ", PeriodWords.Where(one => flow.Periods.HasFlag(one.Kind)).Select(one => one.Word))
        + (flow.AfterPeriod ? ", dopo la sua fine" : string.Empty);

    /// <summary>Who sends a flow, as far as the flow itself says it; null = its description says it.</summary>
    public static string? SendersOf(FlowSchema flow) =>
        flow.PlanOfficeOnly ? "Soltanto l'Ufficio di Piano, un'azienda o un ente capofila"
        : flow.ExpectedFrom is { } kind ? Of(kind)
        : null;

    /// <summary>A kind of sender, many of them: <c>I Comuni</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A kind without words.</exception>
    public static string Of(SenderKind kind) => kind switch
    {
        SenderKind.Comune => "I Comuni",
        SenderKind.Agency => "Le aziende e i consorzi",
        SenderKind.Provider => "Gli enti gestori",
        SenderKind.PlanOffice => "L'Ufficio di Piano",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // A year is no quantity: 2100, not 2.100. No bound of a flow is so large that it would want points.
    private static string Number(decimal value) => value.ToString("0.##", Italian.Culture);
}
