namespace PianoZona.Contracts.Text;

/// <summary>A codice fiscale, told by its form and its check character (D.M. 12 marzo 1974).</summary>
/// <remarks>
/// One that stands alone is told with all its replaced digits. Within a longer word, or in groups among other words,
/// any run of letters may have the form: there most digits must be digits, and the day a day.
/// </remarks>
public static class TaxCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 16;

    private const int FewestDigits = 5;
    private const int LongestGap = 3;
    private const int FirstBreak = 3;

    // Digits and the letters that replace them when two persons would have the same code (omocodia).
    private const string Digits = "0123456789LMNPQRSTUV";
    private const string Months = "ABCDEHLMPRST";
    private const string Form = "LLLLLLDDMDDLDDDL";

    // After how many characters people put a space: RSS MRA 80 A 01 H 501 U.
    private const int Breaks = (1 << 3) | (1 << 6) | (1 << 8) | (1 << 9) | (1 << 11) | (1 << 12) | (1 << 15);

    // Weights of the odd places, for 0-9 and then A-Z.
    private static ReadOnlySpan<byte> OddDigits => [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

    private static ReadOnlySpan<byte> OddLetters =>
        [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>Whether sixteen characters are a code.</summary>
    public static bool Is(ReadOnlySpan<char> code)
    {
        int sum = 0;
        for (int i = 0; i < Length; i++)
        {
            char c = char.ToUpperInvariant(code[i]);
            bool fits = Form[i] switch
            {
                'D' => Digits.Contains(c, StringComparison.Ordinal),
                'M' => Months.Contains(c, StringComparison.Ordinal),
                _ => char.IsAsciiLetterUpper(c),
            };
            if (!fits)
            {
                return false;
            }

            if (i < Length - 1)
            {
                sum += Weight(c, odd: i % 2 == 0);
            }
        }

        return char.ToUpperInvariant(code[^1]) == 'A' + (sum % 26);
    }

    /// <summary>
    /// Whether a text holds a code: as a word, within a longer word, as the whole text in groups, or in groups among
    /// other words.
    /// </summary>
    public static bool IsWithin(ReadOnlySpan<char> text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            if (i - start >= FirstBreak && (IsIn(text[start..i]) || BeginsGroups(text[start..], i - start)))
            {
                return true;
            }

            start = i + 1;
        }

        return IsInGroups(text);
    }

    private static bool IsIn(ReadOnlySpan<char> word)
    {
        if (word.Length <= Length)
        {
            return word.Length == Length && Is(word);
        }

        for (int start = 0; start + Length <= word.Length; start++)
        {
            ReadOnlySpan<char> part = word.Slice(start, Length);
            if (char.IsAsciiLetter(part[0]) && char.IsAsciiLetter(part[^1]) && IsOfOneCase(part) && IsSurely(part))
            {
                return true;
            }
        }

        return false;
    }

    // RSS MRA 80A01 H501U: the whole text is one code.
    private static bool IsInGroups(ReadOnlySpan<char> text)
    {
        Span<char> joined = stackalloc char[Length];
        int length = 0;
        foreach (char c in text)
        {
            if (IsGap(c))
            {
                continue;
            }

            if (length == Length)
            {
                return false;
            }

            joined[length++] = c;
        }

        return length == Length && Is(joined);
    }

    private static bool BeginsGroups(ReadOnlySpan<char> text, int wordLength)
    {
        if (wordLength >= Length || (Breaks & (1 << wordLength)) == 0 || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        Span<char> joined = stackalloc char[Length];
        return TryJoin(text, joined) && IsSurely(joined);
    }

    private static bool TryJoin(ReadOnlySpan<char> text, Span<char> joined)
    {
        int length = 0;
        int gap = 0;
        int i = 0;
        for (; i < text.Length && length < Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                joined[length++] = text[i];
                gap = 0;
            }
            else if (!IsGap(text[i]) || ++gap > LongestGap || (Breaks & (1 << length)) == 0)
            {
                return false;
            }
        }

        return length == Length && (i == text.Length || !char.IsLetterOrDigit(text[i]));
    }

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || c is '-' or '.' or '/' or '_';

    // Of letters up to F alone it is hexadecimal: the hash of a file, the number of a part.
    private static bool IsSurely(ReadOnlySpan<char> code)
    {
        int digits = 0;
        bool isHexadecimal = true;
        foreach (char c in code)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            isHexadecimal &= char.IsAsciiHexDigit(c);
        }

        return digits >= FewestDigits && !isHexadecimal && Is(code) && IsDay(code[9..11]);
    }

    // Of a woman with 40 more.
    private static bool IsDay(ReadOnlySpan<char> digits) =>
        ((DigitOf(digits[0]) * 10) + DigitOf(digits[1])) is (>= 1 and <= 31) or (>= 41 and <= 71);

    private static int DigitOf(char c) => Digits.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal) % 10;

    private static bool IsOfOneCase(ReadOnlySpan<char> code)
    {
        bool hasLower = false;
        bool hasUpper = false;
        foreach (char c in code)
        {
            hasLower |= char.IsAsciiLetterLower(c);
            hasUpper |= char.IsAsciiLetterUpper(c);
        }

        return hasLower != hasUpper;
    }

    private static int Weight(char c, bool odd) => (char.IsAsciiDigit(c), odd) switch
    {
        (true, true) => OddDigits[c - '0'],
        (true, false) => c - '0',
        (false, true) => OddLetters[c - 'A'],
        (false, false) => c - 'A',
    };
}
