using System.Globalization;
using System.Text;

namespace PianoZona.Contracts.Text;

/// <summary>The form in which names are compared: letters and digits only, upper case, without accents.</summary>
/// <remarks>
/// <c>Cà d'Andrea</c>, <c>Ca’ d’Andrea</c> and <c>CA D ANDREA</c> are one name. Whole names only: never a prefix.
/// </remarks>
public static class NameKey
{
    /// <summary>The key of a name; empty when it has neither letters nor digits.</summary>
    public static string Of(string name)
    {
        StringBuilder key = new(name.Length);
        foreach (char c in WithoutLoneSurrogates(name).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.ToString();
    }

    // Normalising throws on half a surrogate pair, which a file may hold.
    private static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
