using System.Globalization;

namespace PianoZona.Contracts;

/// <summary>
/// Rows of one file, as ranges: the evidence of a figure. Rows are counted as the sender's program counts them (header
/// = 1).
/// </summary>
/// <remarks>Text form <c>2-9,12</c>. Built in ascending order, so that adding is constant time.</remarks>
public sealed class RowSet
{
    private readonly List<(int First, int Last)> ranges = [];

    /// <summary>How many rows.</summary>
    public int Count { get; private set; }

    /// <summary>The ranges, ascending, both ends included.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges => ranges;

    /// <summary>
    /// Adds a row that comes at or after every row added before; adding the last one again changes nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The row comes before one added already.</exception>
    public void Add(int row)
    {
        if (ranges.Count > 0 && row <= ranges[^1].Last)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(row, ranges[^1].Last);
            return;
        }

        if (ranges.Count > 0 && ranges[^1].Last == row - 1)
        {
            ranges[^1] = (ranges[^1].First, row);
        }
        else
        {
            ranges.Add((row, row));
        }

        Count++;
    }

    /// <summary>Whether a row is one of them.</summary>
    public bool Contains(int row)
    {
        // The place after the last range that begins at or before the row.
        int after = ~ranges.BinarySearch((row, int.MaxValue));
        return after < 0 || (after > 0 && ranges[after - 1].Last >= row);
    }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static RowSet Parse(string text)
    {
        RowSet rows = new();
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            int dash = part.IndexOf('-', StringComparison.Ordinal);
            if (!TryRow(dash < 0 ? part : part.AsSpan(0, dash), out int first)
                || !TryRow(part.AsSpan(dash + 1), out int last)
                || last < first
                || (rows.ranges.Count > 0 && first <= rows.ranges[^1].Last))
            {
                throw new FormatException($"No rows: '{text}'.");
            }

            rows.ranges.Add((first, last));
            rows.Count += last - first + 1;
        }

        return rows;
    }

    /// <summary>The rows that are in any of the sets.</summary>
    public static RowSet Union(IEnumerable<RowSet> sets)
    {
        RowSet rows = new();
        foreach ((int first, int last) in sets.SelectMany(set => set.ranges).Order())
        {
            if (rows.ranges.Count > 0 && first <= rows.ranges[^1].Last + 1)
            {
                rows.ranges[^1] = (rows.ranges[^1].First, Math.Max(last, rows.ranges[^1].Last));
            }
            else
            {
                rows.ranges.Add((first, last));
            }
        }

        rows.Count = rows.ranges.Sum(range => range.Last - range.First + 1);
        return rows;
    }

    private static bool TryRow(ReadOnlySpan<char> text, out int row) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out row);

    /// <summary>The text form: <c>2-9,12</c>.</summary>
    public override string ToString() => string.Join(',', ranges.Select(range => range.First == range.Last
        ? range.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")));
}
