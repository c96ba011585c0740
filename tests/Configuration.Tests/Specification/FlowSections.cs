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

    /// <summary>All flows, a section each.</summary>
    public static string All() => string.Join('\n', FlowCatalogue.All.Select(Of));

    /// <summary>What of their figures stands in no book, and why.</summary>
    public static string NotPosted() => Markdown.Table(
        ["Flusso", "Colonne", "In quali righe", "Motivo"],
        from flow in FlowCatalogue.All
        from one in flow.NotPosted
        select (IReadOnlyList<string>)
        [
            Markdown.Code(flow.Code),
            Names(one.Columns),
            one.WhereEmpty.Count == 0 ? "tutte" : $"dove mancano {Names(one.WhereEmpty)}",
            one.Reason,
        ]);

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

    private static string Of(FlowSchema flow) => $"""
        ### {flow.Code}

        **{flow.Title}.** {flow.Description}

        {string.Join('\n', Facts(flow).Select(fact => $"- {fact}"))}

        {Markdown.Table(Headings, flow.Columns.Select(Row))}
        """.ReplaceLineEndings("\n");

    private static IEnumerable<string> Facts(FlowSchema flow)
    {
        string after = flow.AfterPeriod ? " (altrimenti un avviso, PZ1016)" : string.Empty;
        yield return $"Periodo: {FlowWords.PeriodsOf(flow)}{after}.";
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
        Markdown.Code(column.Name), FlowWords.Of(column.Kind), FlowWords.ObligationOf(column), column.Description,
        Allowed(column), column.Example.Length > 0 ? Markdown.Code(column.Example) : string.Empty,
    ];

    private static string Allowed(Column column) => string.Join(
        "; ",
        (column.Choices.Count > 0 ? (IEnumerable<string>)[Names(column.Choices)] : [])
            .Concat(FlowWords.LimitsOf(column)));

    private static string Names(IEnumerable<Column> columns) => Names(columns.Select(column => column.Name));

    private static string Names(IEnumerable<string> words) => string.Join(", ", words.Select(Markdown.Code));
}
