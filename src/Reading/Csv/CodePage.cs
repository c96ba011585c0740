using System.Text;

namespace PianoZona.Reading.Csv;

/// <summary>
/// A code page of one byte a character, and how well each of its characters fits at each place of an Italian text.
/// </summary>
internal sealed class CodePage
{
    /// <summary>How many pairs of a byte and its place there are.</summary>
    public const int Size = 128 * Places;

    private const int Places = ((int)LetterBefore.Upper + 1) * 2;

    private readonly int[] fits = new int[Size];

    private CodePage(string name, int number)
    {
        (Name, Encoding) = (name, CodePagesEncodingProvider.Instance.GetEncoding(number)!);
        for (int place = 0; place < Size; place++)
        {
            fits[place] = ItalianFit.Of(CharAt(place), (LetterBefore)(place % Places / 2), letterAfter: place % 2 == 1);
        }
    }

    /// <summary>What Windows writes in Western Europe.</summary>
    public static CodePage Windows1252 { get; } = new("Windows-1252", 1252);

    /// <summary>What DOS wrote, with the euro sign in place of the dotless i (code page 858).</summary>
    public static CodePage Ibm850 { get; } = new("IBM850", 858);

    /// <summary>Name for the receipt.</summary>
    public string Name { get; }

    public Encoding Encoding { get; }

    /// <summary>The place of a byte from 0x80 on.</summary>
    public static int PlaceOf(byte value, LetterBefore before, bool letterAfter) =>
        ((value - 0x80) * Places) + ((int)before * 2) + (letterAfter ? 1 : 0);

    /// <summary>The byte of a place.</summary>
    public static byte ByteAt(int place) => (byte)(0x80 + (place / Places));

    /// <summary>How well the byte of a place fits there.</summary>
    public int Fit(int place) => fits[place];

    /// <summary>Whether the byte of a place stands for no character.</summary>
    public bool Lacks(int place) => char.IsControl(CharAt(place));

    /// <summary>How well a text fits, given how often each place occurs in it.</summary>
    public long Score(ReadOnlySpan<long> counts)
    {
        long score = 0;
        for (int place = 0; place < counts.Length; place++)
        {
            score += counts[place] * fits[place];
        }

        return score;
    }

    private char CharAt(int place) => Encoding.GetString([ByteAt(place)])[0];
}
