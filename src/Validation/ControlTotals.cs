using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation;

/// <summary>
/// Compares the TOTALE rows of a file with the rows above them: those since the last TOTALE, or all of them when the
/// label says so (<c>generale</c>, <c>complessivo</c>), when no row came in between, or when every figure is exactly
/// that of all rows.
/// </summary>
internal sealed class ControlTotals(FlowSchema flow, Money tolerance)
{
    private readonly Column[] columns = [.. flow.Columns.Where(column => column.Summable)];
    private readonly RunningSum[] section = Sums(flow);
    private readonly RunningSum[] whole = Sums(flow);
    private readonly List<CheckTotal> compared = [];
    private int rowsInSection;

    /// <summary>The cells compared; a receipt lists as many as it lists problems.</summary>
    public IReadOnlyList<CheckTotal> Compared => compared;

    /// <summary>Whether a TOTALE row with figures came.</summary>
    public bool Any { get; private set; }

    /// <summary>The sum of a column over all rows; null when a cell could not be read.</summary>
    public long? SumOf(Column column) => whole[column.Ordinal].Unknown ? null : whole[column.Ordinal].Value;

    /// <summary>Whether a cell is the label of a check total.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text)
    {
        int first = 0;
        while (first < text.Length && !char.IsLetter(text[first]))
        {
            first++;
        }

        // Most rows end here: nothing is normalised for them.
        return first < text.Length && text[first] is 'T' or 't'
            && TextKey.Compact(text) is { } key
            && (
                key.StartsWith("totale", StringComparison.Ordinal) || key.StartsWith("totali", StringComparison.Ordinal)
            );
    }

    /// <summary>
    /// Adds a row. A cell that could not be read makes the sums unknown: no comparison is better than a false alarm.
    /// </summary>
    public void Add(RowView row)
    {
        rowsInSection++;
        foreach (Column column in columns)
        {
            CellValue value = row.Values[column];
            bool unknown = !value.HasValue && (row.Failed(column) || column.ValueRequired);
            section[column.Ordinal].Add(value.Number, unknown);
            whole[column.Ordinal].Add(value.Number, unknown);
        }
    }

    /// <summary>Adds a row none of whose cells could be read.</summary>
    public void AddUnknown()
    {
        rowsInSection++;
        foreach (Column column in flow.Columns)
        {
            section[column.Ordinal].Add(0, unknown: true);
            whole[column.Ordinal].Add(0, unknown: true);
        }
    }

    /// <summary>Compares a TOTALE row, and begins the next section.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="declared">The figures that it gives.</param>
    /// <returns>The differences, by column.</returns>
    public IEnumerable<(Column Column, Breach Breach)> Compare(
        int row, string label, IReadOnlyList<(Column Column, long Value)> declared)
    {
        Any |= declared.Count > 0;
        RunningSum[] sums = IsOfAllRows(label, declared) ? whole : section;
        List<(Column, Breach)> differences = [];
        foreach ((Column column, long value) in declared.Where(figure => !sums[figure.Column.Ordinal].Unknown))
        {
            long computed = sums[column.Ordinal].Value;
            long difference = value - computed;
            if (compared.Count < Receipt.MaxProblems)
            {
                compared.Add(new CheckTotal(
                    row, column.Name, ColumnFigures.Canonical(column, value),
                    ColumnFigures.Canonical(column, computed), ColumnFigures.Canonical(column, difference)));
            }

            if (Math.Abs(difference) > (column.Kind == ColumnKind.Money ? tolerance.Cents : 0))
            {
                differences.Add((column, ControlTotal.Differs(
                    ColumnFigures.InItalian(column, value), ColumnFigures.InItalian(column, computed),
                    ColumnFigures.InItalian(column, difference))));
            }
        }

        Array.Clear(section);
        rowsInSection = 0;
        return differences;
    }

    private bool IsOfAllRows(string label, IReadOnlyList<(Column Column, long Value)> declared)
    {
        string key = TextKey.Compact(label);
        return rowsInSection == 0
            || key.Contains("generale", StringComparison.Ordinal)
            || key.Contains("complessiv", StringComparison.Ordinal)
            || declared.All(figure =>
                !whole[figure.Column.Ordinal].Unknown && whole[figure.Column.Ordinal].Value == figure.Value);
    }

    private static RunningSum[] Sums(FlowSchema flow) => new RunningSum[flow.Columns.Count];

    private struct RunningSum
    {
        public long Value { get; private set; }

        public bool Unknown { get; private set; }

        public void Add(long value, bool unknown)
        {
            Value += value;
            Unknown |= unknown;
        }
    }
}
