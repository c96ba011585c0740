namespace PianoZona.Contracts.Text;

/// <summary>
/// An IBAN of Italy or San Marino, told by its form and its check digits (ISO 13616: the rest by 97 is 1).
/// </summary>
public static class Iban
{
    /// <summary>Characters of one.</summary>
    public const int Length = 27;

    private const int Moved = 4;
    private const int ControlLetter = 4;
    private const int FirstOfAccount = 15;

    /// <summary>Whether twenty-seven letters and digits are one, whatever their case.</summary>
    public static bool Is(ReadOnlySpan<char> code)
    {
        if (code.Length != Length || !HasForm(code))
        {
            return false;
        }

        int rest = 0;
        for (int i = 0; i < Length; i++)
        {
            char c = char.ToUpperInvariant(code[(i + Moved) % Length]);
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }

    /// <summary>Whether a text holds one: alone, among other words, attached to them, or in groups.</summary>
    public static bool IsWithin(ReadOnlySpan<char> text)
    {
        Span<char> joined = stackalloc char[Length];
        for (int start = 0; start + Length <= text.Length; start++)
        {
            int next = text[start..].IndexOfAny("ISis");
            if (next < 0)
            {
                return false;
            }

            start += next;
            if (IsCountry(text[start..]) && TryJoin(text[start..], joined) && Is(joined))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryJoin(ReadOnlySpan<char> text, Span<char> joined)
    {
        int length = 0;
        for (int i = 0; i < text.Length && length < Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                joined[length++] = text[i];
            }
            else if (!char.IsWhiteSpace(text[i]) && text[i] is not ('-' or '.' or '/' or '_'))
            {
                return false;
            }
        }

        return length == Length;
    }

    private static bool IsCountry(ReadOnlySpan<char> text) =>
        text.StartsWith("IT", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("SM", StringComparison.OrdinalIgnoreCase);

    // Country, two check digits, a letter, ten digits of bank and branch, twelve letters or digits of the account.
    private static bool HasForm(ReadOnlySpan<char> code)
    {
        if (!IsCountry(code))
        {
            return false;
        }

        for (int i = 2; i < Length; i++)
        {
            bool fits = i == ControlLetter ? char.IsAsciiLetter(code[i])
                : i < FirstOfAccount ? char.IsAsciiDigit(code[i])
                : char.IsAsciiLetterOrDigit(code[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
