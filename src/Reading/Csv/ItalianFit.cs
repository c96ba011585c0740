namespace PianoZona.Reading.Csv;

/// <summary>What stands before a character, as far as it tells whether an accent belongs there.</summary>
internal enum LetterBefore
{
    /// <summary>No letter: a space, a digit, a separator.</summary>
    NoLetter,

    /// <summary>A single letter, the first of its word: <c>Cà</c>.</summary>
    Initial,

    /// <summary>A <c>t</c>: most of the words in <c>à</c> end so (<c>attività</c>).</summary>
    LowerT,

    /// <summary>A small letter.</summary>
    Lower,

    UpperT,

    /// <summary>A capital.</summary>
    Upper,
}

/// <summary>
/// How well a character fits at its place in an Italian text: 3 = as Italian writes, 1 or 2 = usual, 0 = says nothing,
/// below = foreign.
/// </summary>
internal static class ItalianFit
{
    /// <summary>From here on a character ends an Italian word, as nothing else does.</summary>
    public const int Certain = 3;

    /// <summary>Down from here a character has no business at its place.</summary>
    public const int Foreign = -2;

    private const string SmallVowels = "àèéìòù";
    private const string CapitalVowels = "ÀÈÉÌÒÙ";

    // Of the languages whose names an office writes; the other letters of the two code pages have no place in Italy.
    private const string EuropeanSmall = "áíóúâêîôûãõäëïöüñçåøœæß";
    private const string EuropeanCapital = "ÁÍÓÚÂÊÎÔÛÃÕÄËÏÖÜÑÇÅØŒÆ";

    /// <summary>How well a character fits.</summary>
    /// <param name="c">The character; a control character where the code page has none.</param>
    /// <param name="before">What stands before.</param>
    /// <param name="letterAfter">Whether a letter follows.</param>
    public static int Of(char c, LetterBefore before, bool letterAfter) => c switch
    {
        (>= '\u0080' and <= '\u009F') or (>= '\u2500' and <= '\u259F') => -3, // nothing, or a frame of DOS
        _ when SmallVowels.Contains(c, StringComparison.Ordinal) => OfSmallVowel(c, before, letterAfter),
        _ when CapitalVowels.Contains(c, StringComparison.Ordinal) => OfCapitalVowel(c, before, letterAfter),
        _ when EuropeanSmall.Contains(c, StringComparison.Ordinal) =>
            before is LetterBefore.Upper or LetterBefore.UpperT ? Foreign : InWord(before, letterAfter),
        _ when EuropeanCapital.Contains(c, StringComparison.Ordinal) =>
            before is LetterBefore.Lower or LetterBefore.LowerT ? Foreign : InWord(before, letterAfter),
        '€' => 2,
        '…' => before == LetterBefore.NoLetter || letterAfter ? 0 : 2,
        '\u00a0' or '’' or '‘' or '“' or '”' or '«' or '»' or '°' or '§' => 1,
        '–' or '—' or '•' or '·' or 'ª' or 'º' => before == LetterBefore.NoLetter ? 1 : 0,
        '®' or '©' or '™' or '²' or '³' or '½' or '¼' or '¾' or '±' or '×' or '÷' or 'µ' or '´' or '\u00ad' => 0,
        _ => Foreign,
    };

    private static int OfSmallVowel(char c, LetterBefore before, bool letterAfter) => before switch
    {
        LetterBefore.NoLetter => !letterAfter && c is 'è' ? 2 : 0,
        _ when letterAfter => before is LetterBefore.Upper or LetterBefore.UpperT ? 0 : 1,
        LetterBefore.Initial => Certain,
        LetterBefore.LowerT or LetterBefore.UpperT when c is 'à' => Certain,
        _ when c is 'à' => 1, // where Windows-1252 has an ellipsis, which often ends a word
        LetterBefore.Upper or LetterBefore.UpperT => 2, // CITTà: the Italian keyboard has no capitals with an accent
        _ => Certain,
    };

    private static int OfCapitalVowel(char c, LetterBefore before, bool letterAfter) => before switch
    {
        LetterBefore.NoLetter => !letterAfter && c is 'È' ? 2 : 0,
        LetterBefore.Lower or LetterBefore.LowerT => Foreign,
        _ => letterAfter ? 1 : Certain,
    };

    private static int InWord(LetterBefore before, bool letterAfter) =>
        before != LetterBefore.NoLetter || letterAfter ? 1 : Foreign;
}
