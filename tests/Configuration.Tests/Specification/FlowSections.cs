using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>The flows with their columns, for the specification.</summary>
internal static class FlowSections
{
    private const long Megabyte = 1024 * 1024;

    private static readonly string[] Headings =
        ["Colonna", "Tipo", "Obbligatoria", "Che cosa contiene", "Valori ammessi", "Esempio"];

    private static readonly (PeriodKinds Kind, string Word)[] Periods =
    [
        (PeriodKinds.Year, "anno"), (PeriodKinds.HalfYear, "semestre"), (PeriodKinds.Quarter, "trimestre"),
        (PeriodKinds.Month, "mese"), (PeriodKinds.Date, "giorno"),
    ];

    /// <summary>All flows, a section each.</summary>
    public static string All() => string.Join('\n', FlowCatalogue.All.Select(Of));

    /// <summary>What a file may measure.</summary>
    public static string Limits()
    {
        ReadLimits limits = new();
        return Markdown.Table(
            ["Che cosa", "Al massimo"],
            [
                ["dimensione del file", $"{Italian.Number((int)(limits.MaxBytes / Megabyte))} MB"],
                ["righe di dati", Italian.Number(limits.MaxRows)],
                ["colonne", Italian.Number(limits.MaxColumns)],
                ["caratteri di una cella", Italian.Number(limits.MaxCellLength)],
            ]);
    }

    /// <summary>The word for what a column holds.</summary>
    public static string Word(ColumnKind kind) => kind switch
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

    private static string Of(FlowSchema flow) => $"""
        ### {flow.Code}

        **{flow.Title}.** {flow.Description}

        {string.Join('\n', Facts(flow).Select(fact => $"- {fact}"))}

        {Markdown.Table(Headings, flow.Columns.Select(Row))}
        """.ReplaceLineEndings("\n");

    private static IEnumerable<string> Facts(FlowSchema flow)
    {
        IEnumerable<string> periods =
            from period in Periods where flow.Periods.HasFlag(period.Kind) select period.Word;
        string after = flow.AfterPeriod ? ", dopo la sua fine (altrimenti un avviso, PZ1016)" : string.Empty;
        yield return $"Periodo: {string.Join(" oppure ", periods)}{after}.";
        if (flow.PlanOfficeOnly)
        {
            yield return "Lo inviano soltanto l'Ufficio di Piano, un'azienda o un ente capofila (PZ4010).";
        }

        if (flow.Key.Count > 0)
        {
            yield return $"Chiave, che non può ripetersi (PZ4004): {Names(flow.Key)}.";
        }

        if (flow.ControlTotalRequired)
        {
            yield return "La riga TOTALE è richiesta (PZ5002).";
        }

        if (flow.AmountColumn is { } amount)
        {
            string name = Markdown.Code(amount.Name);
            yield return $"L'importo che si può dichiarare all'invio è la somma di {name} (PZ5001).";
        }

        if (flow.Online is not null)
        {
            yield return "Si può compilare anche nella pagina, senza un file.";
        }

        yield return $"Dalle regole {flow.Since}.";
    }

    private static IReadOnlyList<string> Row(Column column) =>
    [
        Markdown.Code(column.Name), Word(column.Kind), Obligation(column), column.Description, Allowed(column),
        column.Example.Length > 0 ? Markdown.Code(column.Example) : string.Empty,
    ];

    private static string Obligation(Column column) => (column.Required, column.ValueRequired) switch
    {
        (true, true) => "sì",
        (true, false) => "la colonna",
        _ => "no",
    };

    private static string Allowed(Column column) => string.Join("; ", Bounds(column));

    private static IEnumerable<string> Bounds(Column column)
    {
        if (column.Choices.Count > 0)
        {
            yield return Names(column.Choices);
        }

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

    // A year is no quantity: 2100, not 2.100. No bound of a flow is so large that it would want points.
    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.GetCultureInfo("it-IT"));

    private static string Names(IEnumerable<Column> columns) => Names(columns.Select(column => column.Name));

    private static string Names(IEnumerable<string> words) => string.Join(", ", words.Select(Markdown.Code));
}
