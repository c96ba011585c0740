using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Validation;
using PianoZona.Web.Flows;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages of the flows, from what each of them declares.</summary>
internal static class FlowPages
{
    /// <summary>All of them.</summary>
    public static FlowListView List() => new(
    [
        .. FlowCatalogue.All.Select(flow => new FlowLine(
            flow.Code, flow.Title, flow.Description, FlowWords.SendersOf(flow), FlowWords.PeriodsOf(flow))),
    ]);

    /// <summary>One of them.</summary>
    public static FlowView Of(FlowSchema flow) => new(
        flow.Code, flow.Title, flow.Description, [.. FactsOf(flow)], [.. flow.Columns.Select(ColumnOf)],
        TableSchema.CsvTemplate(flow).TrimStart('\uFEFF').ReplaceLineEndings("\n"),
        [
            .. FlowRules.Of(flow)
                .Select(rule => new NamedLink($"{rule.Code} · {rule.Title}", Addresses.RuleOf(rule.Code))),
        ]);

    private static IEnumerable<FlowFact> FactsOf(FlowSchema flow)
    {
        yield return new("Codice", flow.Code);
        if (FlowWords.SendersOf(flow) is { } senders)
        {
            yield return new("Chi lo invia", senders);
        }

        yield return new("Per quale periodo", FlowWords.PeriodsOf(flow));
        foreach (DeadlineRule deadline in BuiltInCatalogue.Deadlines.Where(one => one.Flow == flow.Code))
        {
            yield return new("Quando", $"{deadline.Title}: {deadline.Due.Words}, se l'Ufficio di Piano non dice altro");
        }

        if (flow.Key.Count > 0)
        {
            yield return new("Non si ripete", string.Join(", ", flow.Key.Select(column => column.Name)));
        }

        if (flow.ControlTotalRequired)
        {
            yield return new("Totale", "La riga TOTALE è richiesta");
        }
    }

    private static FlowColumn ColumnOf(Column column) => new(
        column.Name, column.Title, column.Description, FlowWords.Of(column.Kind), FlowWords.ObligationOf(column),
        string.Join("; ", FlowWords.LimitsOf(column)), column.Choices, column.Example);
}
