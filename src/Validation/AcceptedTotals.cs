using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>
/// Totals of the accepted rows, by column and fund. Missing is not zero: a column without any value has no total.
/// </summary>
internal sealed class AcceptedTotals(FlowSchema flow)
{
    private readonly Column[] columns = [.. flow.Columns.Where(column => column.Summable)];
    private readonly Dictionary<string, long?[]> sumsOfFunds = new(StringComparer.Ordinal);
    private readonly long?[] sumsWithoutFund = new long?[flow.Columns.Count];

    /// <summary>Adds a row.</summary>
    public void Add(ValidRow row)
    {
        long?[] sums = SumsOf(flow.FundColumn is { } fundColumn ? row.Text(fundColumn) : null);
        foreach (Column column in columns)
        {
            if (row[column] is { HasValue: true } cell)
            {
                sums[column.Ordinal] = (sums[column.Ordinal] ?? 0) + cell.Number;
            }
        }
    }

    /// <summary>The totals, by column of the flow and then by fund.</summary>
    public IReadOnlyList<ColumnTotal> ToList() =>
        [.. columns.SelectMany(column => TotalsOf(column).OrderBy(total => total.Fund, StringComparer.Ordinal))];

    private IEnumerable<ColumnTotal> TotalsOf(Column column)
    {
        foreach ((string? fund, long?[] sums) in sumsOfFunds
                .Select(fund => ((string?)fund.Key, fund.Value))
                .Prepend((null, sumsWithoutFund)))
        {
            if (sums[column.Ordinal] is { } sum)
            {
                yield return new ColumnTotal(column.Name, fund, ColumnFigures.Canonical(column, sum));
            }
        }
    }

    private long?[] SumsOf(string? fund) =>
        fund is null ? sumsWithoutFund
        : sumsOfFunds.TryGetValue(fund, out long?[]? sums) ? sums
        : sumsOfFunds[fund] = new long?[flow.Columns.Count];
}
