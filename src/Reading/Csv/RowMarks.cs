using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PianoZona.Reading.Csv;

/// <summary>
/// The places of all separators and line ends in a stretch of text, found sixteen characters at a time.
/// </summary>
internal sealed class RowMarks
{
    private int[] places = new int[1024];
    private int count;

    /// <summary>Index of the next mark; it may be set back to go over the same marks again.</summary>
    public int Next { get; set; }

    /// <summary>Finds the marks of a text, places counted from its beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // compiled for this processor's vectors from the first call
    public void Find(ReadOnlySpan<char> text, int offset, char separator)
    {
        (count, Next) = (0, 0);
        if (places.Length < text.Length)
        {
            places = new int[text.Length];
        }

        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        int at = 0;
        for (; at + Vector256<ushort>.Count <= units.Length; at += Vector256<ushort>.Count)
        {
            Vector256<ushort> block = Vector256.Create(units.Slice(at, Vector256<ushort>.Count));
            uint found = (Vector256.Equals(block, Vector256.Create((ushort)separator))
                | Vector256.Equals(block, Vector256.Create((ushort)'\n'))
                | Vector256.Equals(block, Vector256.Create((ushort)'\r'))).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                places[count++] = offset + at + BitOperations.TrailingZeroCount(found);
            }
        }

        for (; at < text.Length; at++)
        {
            if (text[at] == separator || text[at] is '\n' or '\r')
            {
                places[count++] = offset + at;
            }
        }
    }

    /// <summary>
    /// The first mark at or after a place; −1 when there is none. Places must not go back, unless <see cref="Next"/>
    /// does.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int From(int place)
    {
        while (Next < count && places[Next] < place)
        {
            Next++;
        }

        return Next < count ? places[Next] : -1;
    }
}
