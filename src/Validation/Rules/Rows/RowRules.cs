using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>Which row rules each flow has, in the order of their codes.</summary>
internal static class RowRules
{
    /// <summary>The rules for one file.</summary>
    public static IReadOnlyList<IRowRule> For(UploadContext context)
    {
        FlowSchema flow = context.Flow;
        int? year = context.PeriodIsKnown ? context.Period.Year : null;
        List<IRowRule> rules = [flow.Key.Count == 0 ? new DuplicateRow(flow) : new DuplicateKey(flow.Key)];
        rules.AddRange(flow.Code switch
        {
            "popolazione" =>
            [
                new PartsOfTotal([Popolazione.Maschi, Popolazione.Femmine], Popolazione.Totale),
                .. YearOfFile.If(year, Popolazione.Anno),
            ],
            "assegnazioni" => [new AmountOfGrant(), new DatesInOrder(Assegnazioni.DataAtto, Assegnazioni.DataIncasso)],
            "spesa-sociale" => [.. YearOfFile.If(year, SpesaSociale.Anno)],
            "rendicontazione" =>
            [
                new PaidWithinCommitted(Rendicontazione.Impegnato, Rendicontazione.Liquidato),
                new DatesInOrder(Rendicontazione.DataDocumento, Rendicontazione.DataPagamento),
                new AdmissibleIntervention(context.Ambito),
            ],
            _ => (IEnumerable<IRowRule>)[],
        });
        rules.AddRange(flow.Columns
            .Where(column => column.Kind is ColumnKind.Comune or ColumnKind.Body)
            .Select(column => new BodyInScope(context.Ambito, context.Sender, column)));
        return rules;
    }
}
