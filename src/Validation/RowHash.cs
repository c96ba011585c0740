using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PianoZona.Validation;

/// <summary>A hash of 96 bits over the values of a row: two lanes that mix two words at a time by a full multiplication (as wyhash does).</summary>
/// <remarks>Made for speed, not against malice: who builds a collision has two rows of their own file taken for the same.</remarks>
internal struct RowHash
{
    private const ulong FirstKey = 0xA0761D6478BD642F;
    private const ulong SecondKey = 0xE7037ED1A0B428DB;

    private ulong second;

    /// <summary>The first 64 bits.</summary>
    public ulong Low { get; private set; }

    /// <summary>The other 32.</summary>
    public readonly uint High => (uint)(second >> 32);

    /// <summary>Adds two numbers.</summary>
    public void Add(long first, long second) => Mix(unchecked((ulong)first), unchecked((ulong)second));

    /// <summary>Adds a text and its length.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<char, ulong>(text);
        ulong rest = (ulong)text.Length;
        foreach (char c in text[(words.Length * (sizeof(ulong) / sizeof(char)))..])
        {
            rest = (rest << 16) | c;
        }

        Mix(rest, words.IsEmpty ? 0 : words[0]);
        for (int i = 1; i < words.Length; i += 2)
        {
            Mix(words[i], i + 1 < words.Length ? words[i + 1] : 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix(ulong first, ulong word)
    {
        Low = Fold(Low ^ first ^ FirstKey, word ^ SecondKey);
        second = Fold(second ^ word ^ SecondKey, first ^ FirstKey);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return low ^ high;
    }
}
