using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>Totals of the accepted rows, by column and fund. Missing is not zero: a column without any value has no total.</summary>
internal sealed class AcceptedTotals(FlowSchema flow)
{
    private readonly Column[] columns = [.. flow.Columns.Where(column => column.Summable)];
    private readonly Dictionary<(int Ordinal, string? Fund), long> sums = [];

    /// <summary>Adds a row.</summary>
    public void Add(ValidRow row)
    {
        string? fund = flow.FundColumn is { } fundColumn ? row.Text(fundColumn) : null;
        foreach (Column column in columns)
        {
            if (row[column] is { HasValue: true } cell)
            {
                (int, string?) key = (column.Ordinal, fund);
                sums[key] = sums.GetValueOrDefault(key) + cell.Number;
            }
        }
    }

    /// <summary>The totals, by column of the flow and then by fund.</summary>
    public IReadOnlyList<ColumnTotal> ToList() =>
    [
        .. sums.OrderBy(sum => sum.Key.Ordinal).ThenBy(sum => sum.Key.Fund, StringComparer.Ordinal)
            .Select(sum => new ColumnTotal(flow.Columns[sum.Key.Ordinal].Name, sum.Key.Fund, Amounts.Canonical(flow.Columns[sum.Key.Ordinal], sum.Value))),
    ];
}
