using PianoZona.Contracts.Reading;

namespace PianoZona.Reading;

/// <summary>How often each way of writing numbers occurs in each column.</summary>
internal sealed class EvidenceCounts
{
    private const int Shapes = 4;

    private int[] counts = new int[32 * Shapes];

    /// <summary>Counts a value; shapes that prove nothing are not counted.</summary>
    public void Add(int column, NumberShape shape)
    {
        int place = Place(column, shape);
        if (place < 0)
        {
            return;
        }

        if (place >= counts.Length)
        {
            Array.Resize(ref counts, Math.Max(counts.Length * 2, place + 1));
        }

        counts[place]++;
    }

    /// <summary>How often a shape occurs in a column.</summary>
    public int Of(int column, NumberShape shape)
    {
        int place = Place(column, shape);
        return place < counts.Length ? counts[place] : 0;
    }

    private static int Place(int column, NumberShape shape) => shape switch
    {
        NumberShape.DecimalComma => column * Shapes,
        NumberShape.SeveralGroups => (column * Shapes) + 1,
        NumberShape.OneGroup => (column * Shapes) + 2,
        NumberShape.DotDecimals => (column * Shapes) + 3,
        _ => -1,
    };
}
