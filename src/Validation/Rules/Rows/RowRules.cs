using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>Which row rules each flow has, in the order of their codes.</summary>
internal static class RowRules
{
    /// <summary>The rules for one file.</summary>
    public static IReadOnlyList<IRowRule> For(UploadContext context)
    {
        FlowSchema flow = context.Flow;
        List<IRowRule> rules = [flow.Key.Count == 0 ? new DuplicateRow(flow) : new DuplicateKey(flow.Key)];
        rules.AddRange(OfFlow(context, flow));
        rules.AddRange(flow.Columns
            .Where(column => column.Kind is ColumnKind.Comune or ColumnKind.Body)
            .Select(column => new BodyInScope(context.Ambito, context.Sender, column)));
        return rules;
    }

    private static IReadOnlyList<IRowRule> OfFlow(UploadContext context, FlowSchema flow)
    {
        int? year = context.PeriodIsKnown ? context.Period.Year : null;
        if (flow == Popolazione.Schema)
        {
            return
            [
                new PartsOfTotal([Popolazione.Maschi, Popolazione.Femmine], Popolazione.Totale),
                .. YearOfFile.If(year, Popolazione.Anno),
            ];
        }

        if (flow == Assegnazioni.Schema)
        {
            return [new AmountOfGrant(), new DatesInOrder(Assegnazioni.DataAtto, Assegnazioni.DataIncasso)];
        }

        if (flow == SpesaSociale.Schema)
        {
            return [.. YearOfFile.If(year, SpesaSociale.Anno)];
        }

        return flow != Rendicontazione.Schema
            ? []
            :
            [
                new PaidWithinCommitted(Rendicontazione.Impegnato, Rendicontazione.Liquidato),
                new DatesInOrder(Rendicontazione.DataDocumento, Rendicontazione.DataPagamento),
                new AdmissibleIntervention(context.Ambito),
            ];
    }
}
