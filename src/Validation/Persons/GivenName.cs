using System.Text.RegularExpressions;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Persons;

/// <summary>
/// A name that comes from outside: it is shown, kept and mailed, so a tax code, an IBAN or an address in it is not.
/// </summary>
/// <remarks>Names of persons cannot be told from other words. The file itself is taken as it is.</remarks>
public static partial class GivenName
{
    /// <summary>What stands for a name that is not kept; a file's ending follows it.</summary>
    public const string Removed = "nome-tolto";

    // A name that was escaped already is escaped again by the next program.
    private const int MostEscapes = 3;

    // Of letters alone, any run of words may have the form (omocodia): a code within longer words shows its digits.
    private const int FewestDigits = 5;

    /// <summary>The name, or <see cref="Removed"/> with its ending when it holds what identifies a person.</summary>
    public static string Of(string name) => IsPersonal(name) ? Removed + Ending().Match(name).Value : name;

    /// <summary>Whether a name stands for one that was not kept.</summary>
    public static bool IsRemoved(string name) => name.StartsWith(Removed, StringComparison.Ordinal);

    /// <summary>Whether a name, or a path, holds what identifies a person, also escaped as in an address.</summary>
    public static bool IsPersonal(string name)
    {
        string plain = name;
        for (int times = 0; times < MostEscapes && plain.Contains('%', StringComparison.Ordinal); times++)
        {
            plain = Uri.UnescapeDataString(plain);
        }

        return IsPersonalAsItIs(name) || (plain != name && IsPersonalAsItIs(plain));
    }

    private static bool IsPersonalAsItIs(string name)
    {
        if (PersonalDataScan.FindElsewhere(name) is not null)
        {
            return true;
        }

        string joined = string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        for (int start = 0; start + TaxCode.Length <= joined.Length; start++)
        {
            ReadOnlySpan<char> rest = joined.AsSpan(start);
            if (IsTaxCode(rest[..TaxCode.Length]) || (rest.Length >= Iban.Length && Iban.Is(rest[..Iban.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTaxCode(ReadOnlySpan<char> code)
    {
        int digits = 0;
        foreach (char c in code)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= FewestDigits && TaxCode.Is(code);
    }

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();
}
