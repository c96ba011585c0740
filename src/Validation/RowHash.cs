using System.Runtime.InteropServices;

namespace PianoZona.Validation;

/// <summary>A hash of 96 bits over the values of a row: two lanes that mix each word by a full multiplication (as wyhash does).</summary>
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
    public void Add(long first, long second)
    {
        Mix(unchecked((ulong)first));
        Mix(unchecked((ulong)second));
    }

    /// <summary>Adds a text; its length must have been added before.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (ulong word in words)
        {
            Mix(word);
        }

        ulong rest = 0;
        foreach (char c in text[(words.Length * (sizeof(ulong) / sizeof(char)))..])
        {
            rest = (rest << 16) | c;
        }

        Mix(rest);
    }

    private void Mix(ulong word)
    {
        Low = Fold(Low ^ word ^ FirstKey, SecondKey);
        second = Fold(second ^ word ^ SecondKey, FirstKey);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return low ^ high;
    }
}
