using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>All rules on cells, in the order of their codes: the one list of the fast and of the full way.</summary>
internal static class CellRules
{
    private static readonly Func<Column, ICellRule?>[] All =
        DiscoveredRules.Of<Func<Column, ICellRule?>>(typeof(IDiscoveredCellRule));

    /// <summary>
    /// The numbers of which none of some rules has anything to tell; none where one of them must be asked.
    /// </summary>
    public static (long Least, long Most) RightNumbers(IEnumerable<ICellRule> rules)
    {
        (long Least, long Most)[] ranges =
        [
            .. rules.Select(rule => rule.RightNumbers ?? (long.MaxValue, long.MinValue)),
        ];
        return ranges.Length == 0
            ? (long.MinValue, long.MaxValue)
            : (ranges.Max(range => range.Least), ranges.Min(range => range.Most));
    }

    /// <summary>The rules that have something to ask of a column.</summary>
    public static ICellRule[] For(Column column) => [.. All.Select(rule => rule(column)).OfType<ICellRule>()];
}
