using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PianoZona.Validation;

/// <summary>
/// A hash of 96 bits over the values of a row: two lanes that mix two words at a time by a full multiplication (as
/// wyhash does).
/// </summary>
/// <remarks>
/// Made for speed, not against malice: who builds a collision has two rows of their own file taken for the same.
/// </remarks>
internal struct RowHash
{
    private const ulong FirstKey = 0xA0761D6478BD642F;
    private const ulong SecondKey = 0xE7037ED1A0B428DB;

    private const int CharsOfWord = sizeof(ulong) / sizeof(char);

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
        if (text.Length < CharsOfWord)
        {
            ulong few = 0;
            foreach (char c in text)
            {
                few = (few << 16) | c;
            }

            Mix((ulong)text.Length, few);
            return;
        }

        // The last word goes over the one before where the length is odd: the length tells by how much.
        Mix((ulong)text.Length, WordAt(text, text.Length - CharsOfWord));
        int at = 0;
        for (; at + CharsOfWord < text.Length - CharsOfWord; at += 2 * CharsOfWord)
        {
            Mix(WordAt(text, at), WordAt(text, at + CharsOfWord));
        }

        if (at < text.Length - CharsOfWord)
        {
            Mix(WordAt(text, at), 0);
        }
    }

    private static ulong WordAt(ReadOnlySpan<char> text, int index) =>
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[index..]));

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
