using System.Globalization;
using System.Text;

namespace PianoZona.Contracts.Text;

/// <summary>
/// Forms of a text under which differences of spelling that mean nothing disappear: case, accents, spaces, punctuation.
/// </summary>
public static class TextKey
{
    /// <summary>
    /// Letters and digits only, lower case, without accents: <c>Travacò</c>, <c>TRAVACO'</c> → <c>travaco</c>.
    /// </summary>
    public static string Compact(ReadOnlySpan<char> text) => string.Concat(Words(text));

    /// <summary>
    /// The words of a text in that form: <c>Cingia de' Botti</c> → <c>cingia</c>, <c>de</c>, <c>botti</c>.
    /// </summary>
    public static IReadOnlyList<string> Words(ReadOnlySpan<char> text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char c in Decomposed(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    // Normalisation throws on surrogates without their pair, which a damaged file may hold; no Italian word needs any.
    private static string Decomposed(ReadOnlySpan<char> text)
    {
        string whole = text.ToString();
        return (whole.Any(char.IsSurrogate) ? string.Concat(whole.Where(c => !char.IsSurrogate(c))) : whole).Normalize(
            NormalizationForm.FormD);
    }
}
