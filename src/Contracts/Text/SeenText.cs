using System.Globalization;
using System.Text;

namespace PianoZona.Contracts.Text;

/// <summary>A text as the eye sees it: without what is invisible, and in plain letters, digits and signs.</summary>
public static class SeenText
{
    private const char FirstMark = '\u0300'; // letters with their accents are below
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;
    private const int FullWidth = FirstFullWidth - '!';

    /// <summary>Whether a text may not be what it looks like. Accented letters are.</summary>
    public static bool Differs(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c >= FirstMark || c == '\u00AD' || (char.IsControl(c) && !char.IsWhiteSpace(c)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The text without format and control characters and marks on letters (zero-width spaces, soft hyphens, byte order
    /// marks, joiners), full-width and ornamental letters and digits as ASCII, every dash as <c>-</c>.
    /// </summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder seen = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                case UnicodeCategory.Control when !Rune.IsWhiteSpace(rune):
                    break;
                case UnicodeCategory.DashPunctuation:
                    seen.Append('-');
                    break;
                default:
                    seen.Append(Plain(rune));
                    break;
            }
        }

        return seen.ToString();
    }

    private static Rune Plain(Rune rune)
    {
        if (rune.Value is >= FirstFullWidth and <= LastFullWidth)
        {
            return new Rune(rune.Value - FullWidth);
        }

        // Letters of mathematics, in circles, raised: more than one character for some, and those say no code.
        if (rune.Value >= FirstMark && Rune.IsLetterOrDigit(rune))
        {
            string plain = rune.ToString().Normalize(NormalizationForm.FormKC);
            return plain.Length == 1 && char.IsAscii(plain[0]) ? new Rune(plain[0]) : rune;
        }

        return rune;
    }
}
