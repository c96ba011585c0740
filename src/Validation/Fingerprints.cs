using System.Runtime.CompilerServices;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation;

/// <summary>Remembers the values of some columns of every row, 16 bytes each, and tells the first row that had the same.</summary>
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

    /// <summary>The first row with the same values; null when there is none, and then this row is remembered.</summary>
    public int? FirstWith(ValidRow row)
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

        ref Slot slot = ref Find(slots, hash.Low, hash.High);
        if (slot.Row != 0)
        {
            return slot.Row;
        }

        slot = new Slot(hash.Low, hash.High, row.Number);
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
