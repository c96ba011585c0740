using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// The rules on the rows of a file: those that its flow declares, and those that say themselves that they are for it.
/// </summary>
internal static class RowRules
{
    private static readonly Func<UploadContext, IEnumerable<IRowRule>>[] Discovered =
        DiscoveredRules.Of<Func<UploadContext, IEnumerable<IRowRule>>>(typeof(IDiscoveredRowRule));

    /// <summary>The rules for one file, by code; first what tells its rows apart, which is asked of all.</summary>
    /// <param name="context">What is known about it.</param>
    /// <param name="keys">What tells its rows apart.</param>
    /// <param name="layout">Which columns it has; null = not known.</param>
    public static IRowRule[] For(UploadContext context, Fingerprints keys, Layout? layout = null)
    {
        FlowSchema flow = context.Flow;
        IEnumerable<IRowRule> others = flow.Rules.SelectMany(declared => Of(declared, context, layout))
            .Concat(Discovered.SelectMany(rule => rule(context)))
            .OrderBy(rule => DiscoveredRules.CodeOf(rule.GetType()), StringComparer.Ordinal);
        return [flow.Key.Count == 0 ? new DuplicateRow(keys) : new DuplicateKey(flow.Key, keys), .. others];
    }

    private static IEnumerable<IRowRule> Of(RowRule declared, UploadContext context, Layout? layout) => declared switch
    {
        RowRule.PartsOfTotal rule => [new PartsOfTotal(rule.Parts, rule.Total)],
        RowRule.PercentOfTotal rule => [new PercentOfTotal(rule.Part, rule.Total, rule.Percent)],
        RowRule.SharesOfAmount { AreOfFunds: true } rule when HasNone(layout, rule.Shares) => [],
        RowRule.SharesOfAmount rule =>
        [
            new SharesOfAmount([.. rule.Shares], rule.Amount, rule.MayBeUndivided, rule.AreOfFunds),
        ],
        RowRule.QuantityTimesTariff rule => [new QuantityTimesTariff(rule.Quantity, rule.Tariff, rule.Amount)],
        RowRule.PaidWithinCommitted rule => [new PaidWithinCommitted(rule.Committed, rule.Paid)],
        RowRule.DatesInOrder rule => [new DatesInOrder(rule.Earlier, rule.Later)],
        RowRule.OfThePeriod when !context.PeriodIsKnown => [],
        RowRule.OfThePeriod { When: { Kind: ColumnKind.Year } year } => [
            new YearOfFile(year, context.Period.Year, ((RowRule.OfThePeriod)declared).YearsAfter),
        ],
        RowRule.OfThePeriod rule => [new PeriodOfFile(rule.When, context.Period)],
        _ => throw new ArgumentOutOfRangeException(nameof(declared), declared, "A rule of a flow that nobody checks."),
    };

    private static bool HasNone(Layout? layout, IReadOnlyList<Column> columns) =>
        layout is not null && columns.All(column => layout.IndexOf(column) < 0);
}
