using System.Globalization;
using System.Text;

namespace PianoZona.Papers;

/// <summary>What a paper can show: the letters of Europe that its fonts have; any other is said by its code.</summary>
internal static class PaperText
{
    /// <summary>A space that does not end a line.</summary>
    public const char Joined = '\u00A0';

    // Beyond them the fonts have only a few: a test looks for each of these in each font.
    private const int LastLetter = 0x17E;
    private const string Others = "–—‘’‚“”„•…‹›€−";
    private const string NotInTheFonts = "\u00ADĲĳĸĿŀŉ";

    /// <summary>Every letter that is shown as it is, but for the space.</summary>
    public static IEnumerable<Rune> Letters =>
        Enumerable.Range(0, LastLetter + 1).Select(code => new Rune(code))
            .Concat(Others.EnumerateRunes())
            .Where(IsShown);

    /// <summary>
    /// The text with its letters composed, each space a space, and what no font has by its code:
    /// <c>[U+1F600]</c>. Nothing is left out.
    /// </summary>
    /// <param name="text">From a file or its name: anything, with halves of letters too.</param>
    public static string Shown(string text)
    {
        StringBuilder shown = new(text.Length);
        foreach (Rune letter in Composed(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(letter))
            {
                shown.Append(letter.Value is Joined or '\u202F' ? Joined : ' ');
            }
            else if (letter.Value is '→')
            {
                shown.Append("->");
            }
            else if (IsShown(letter))
            {
                shown.Append(letter);
            }
            else
            {
                shown.Append(CodeOf(letter));
            }
        }

        return shown.ToString();
    }

    private static string CodeOf(Rune letter) =>
        string.Create(CultureInfo.InvariantCulture, $"[U+{letter.Value:X4}]");

    // Only whole letters can be composed, and codes that are none for ever cannot.
    private static string Composed(string text)
    {
        StringBuilder whole = new(text.Length);
        foreach (Rune letter in text.EnumerateRunes())
        {
            bool isNone = (letter.Value & 0xFFFE) == 0xFFFE || letter.Value is >= 0xFDD0 and <= 0xFDEF;
            whole.Append(isNone ? CodeOf(letter) : letter.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsShown(Rune letter) => letter.Value switch
    {
        <= ' ' or (>= 0x7F and <= Joined) => false,
        <= LastLetter => !NotInTheFonts.Contains((char)letter.Value, StringComparison.Ordinal),
        _ => letter.IsBmp && Others.Contains((char)letter.Value, StringComparison.Ordinal),
    };
}
