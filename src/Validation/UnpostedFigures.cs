using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Validation;

/// <summary>
/// What of the accepted rows is not posted, by the declarations of the flow. Missing is not zero: a column without any
/// such value is not told.
/// </summary>
internal sealed class UnpostedFigures(FlowSchema flow, string ruleSet)
{
    private readonly NotPosted[] declared =
        [.. flow.NotPosted.Where(one => RuleSets.Includes(ruleSet, one.Since))];

    private readonly long?[] sums = new long?[flow.Columns.Count];

    /// <summary>Adds a row.</summary>
    public void Add(ValidRow row)
    {
        foreach (NotPosted one in declared)
        {
            if (!one.Holds(row))
            {
                continue;
            }

            foreach (Column column in one.Columns)
            {
                if (row[column] is { HasValue: true } cell)
                {
                    sums[column.Ordinal] = (sums[column.Ordinal] ?? 0) + cell.Number;
                }
            }
        }
    }

    /// <summary>The figures, by column of the flow.</summary>
    public IReadOnlyList<UnpostedTotal> ToList() =>
    [
        .. declared
            .SelectMany(one => one.Columns.Select(column => (column, one.Reason)))
            .Where(pair => sums[pair.column.Ordinal] is not null)
            .OrderBy(pair => pair.column.Ordinal)
            .Select(pair => new UnpostedTotal(pair.column.Name, SumOf(pair.column), pair.Reason)),
    ];

    // Prices, percentages and conditions have no sum.
    private string? SumOf(Column column) =>
        column.Summable ? ColumnFigures.Canonical(column, sums[column.Ordinal]!.Value) : null;
}
