namespace PianoZona.Reading.Csv;

/// <summary>
/// Tells Windows-1252 from IBM850, the code page of DOS that old programs still write, by what the bytes mean in an
/// Italian text.
/// </summary>
/// <remarks>Both make a character of nearly every byte, so that only the sense decides: <c>attivit?</c> ends in the
/// <c>à</c> of one of them. What decides nothing is Windows-1252, by far the more frequent.</remarks>
internal sealed class CodePageJudge
{
    // By byte and place: how often, and where first.
    private readonly long[] counts = new long[CodePage.Size];
    private readonly long[] first = new long[CodePage.Size];
    private byte last;
    private LetterBefore lastAs;
    private LetterBefore before; // what stands before the last

    /// <summary>Looks at the next bytes.</summary>
    /// <param name="offset">Where in the file they begin.</param>
    public void Add(ReadOnlySpan<byte> bytes, long offset)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            byte next = bytes[i];
            CountLast(next, offset + i - 1);
            (before, lastAs, last) = (lastAs, As(next, lastAs), next);
        }
    }

    /// <summary>The verdict over the whole file.</summary>
    /// <param name="end">Bytes of the file.</param>
    public TextCoding Finish(long end)
    {
        CountLast((byte)'\n', end - 1);
        last = 0;
        (long windows, long ibm) = (CodePage.Windows1252.Score(counts), CodePage.Ibm850.Score(counts));
        (CodePage chosen, CodePage other) =
            ibm > windows && ibm > 0
                ? (CodePage.Ibm850, CodePage.Windows1252)
                : (CodePage.Windows1252, CodePage.Ibm850);
        BadByte? bad = FirstContradiction(chosen, other);
        return new TextCoding(bad is null ? chosen.Encoding : null, chosen.Name, bad);
    }

    private void CountLast(byte next, long at)
    {
        if (last < 0x80)
        {
            return;
        }

        int place = CodePage.PlaceOf(last, before, char.IsAsciiLetter((char)next));
        if (counts[place]++ == 0)
        {
            first[place] = at;
        }
    }

    // A byte that the chosen page does not have, or that is Italian in the other one only: the file mixes them, or is
    // damaged.
    private BadByte? FirstContradiction(CodePage chosen, CodePage other)
    {
        BadByte? bad = null;
        for (int place = 0; place < counts.Length; place++)
        {
            bool contradicts =
                chosen.Lacks(place)
                || (chosen.Fit(place) <= ItalianFit.Foreign && other.Fit(place) >= ItalianFit.Certain);
            if (counts[place] > 0 && contradicts && (bad is null || first[place] < bad.Value.Offset))
            {
                bad = new BadByte(first[place], CodePage.ByteAt(place));
            }
        }

        return bad;
    }

    private static LetterBefore As(byte value, LetterBefore previous) => (char)value switch
    {
        var c when !char.IsAsciiLetter(c) => LetterBefore.NoLetter,
        _ when previous == LetterBefore.NoLetter => LetterBefore.Initial,
        't' => LetterBefore.LowerT,
        'T' => LetterBefore.UpperT,
        >= 'a' => LetterBefore.Lower,
        _ => LetterBefore.Upper,
    };
}
