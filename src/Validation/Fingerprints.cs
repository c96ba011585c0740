using System.Runtime.CompilerServices;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation;

/// <summary>
/// Remembers the values of some columns of every row, 16 bytes each, and tells the first row that had the same.
/// </summary>
/// <remarks>Texts are hashed with their length, so that <c>a, bc</c> and <c>ab, c</c> differ.</remarks>
internal sealed class Fingerprints(IReadOnlyList<Column> columns)
{
    private const int FirstSlots = 1024;

    // No length that a text could have.
    private const long IsNumber = -1;
    private const long IsMissing = -2;

    private readonly Column[] columns = [.. columns];

    // Open addressing in one array: a look-up touches one line of memory.
    private Slot[] slots = new Slot[FirstSlots];
    private int used;
    private int expected; // a count that nobody needs, but what is not counted would not be read

    /// <summary>The columns that tell two rows of a flow apart.</summary>
    public static Fingerprints Of(FlowSchema flow) => new(flow.Key.Count == 0 ? flow.Columns : flow.Key);

    /// <summary>The fingerprint of a row. It may be asked for on any thread.</summary>
    public RowHash HashOf(ValidRow row)
    {
        RowHash hash = default;
        foreach (Column column in columns)
        {
            CellValue value = row[column];
            if (value.Text is { } text)
            {
                hash.Add(text);
                if (value.Number != 0)
                {
                    hash.Add(value.Number, 0);
                }
            }
            else
            {
                hash.Add(value.HasValue ? IsNumber : IsMissing, value.Number);
            }
        }

        return hash;
    }

    /// <summary>
    /// Asks the memory for the places of rows to come. The table is larger than the caches; asked for together, places
    /// arrive together.
    /// </summary>
    public void Expect(ReadOnlySpan<RowBatch.Row> rows)
    {
        foreach (ref readonly RowBatch.Row row in rows)
        {
            expected += slots[(int)(row.Hash.Low & (uint)(slots.Length - 1))].Row != 0 ? 1 : 0;
        }
    }

    /// <inheritdoc cref="FirstWith(in RowHash, int)"/>
    public int? FirstWith(ValidRow row) => FirstWith(HashOf(row), row.Number);

    /// <summary>The first row with the same values; null when there is none, and then this row is remembered.</summary>
    public int? FirstWith(in RowHash hash, int row)
    {
        ref Slot slot = ref Find(slots, hash.Low, hash.High);
        if (slot.Row != 0)
        {
            return slot.Row;
        }

        slot = new Slot(hash.Low, hash.High, row);
        if (++used > slots.Length / 4 * 3)
        {
            Grow();
        }

        return null;
    }

    // The slot of a fingerprint, or the free one where it goes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Slot Find(Slot[] slots, ulong low, uint high)
    {
        int mask = slots.Length - 1;
        int at = (int)(low & (uint)mask);
        while (slots[at].Row != 0 && (slots[at].Low != low || slots[at].High != high))
        {
            at = (at + 1) & mask;
        }

        return ref slots[at];
    }

    private void Grow()
    {
        Slot[] larger = new Slot[slots.Length * 2];
        foreach (Slot slot in slots)
        {
            if (slot.Row != 0)
            {
                Find(larger, slot.Low, slot.High) = slot;
            }
        }

        slots = larger;
    }

    /// <summary>96 bits of a row's hash, which do not collide by chance, and the row; row 0 = free.</summary>
    private readonly record struct Slot(ulong Low, uint High, int Row);
}
