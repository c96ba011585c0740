namespace PianoZona.Contracts.Reading;

/// <summary>How a number is written (docs/specifica/tracciati.md § Numeri).</summary>
public enum NumberShape
{
    /// <summary>Empty, or a dash: missing, which is not zero.</summary>
    Missing,

    /// <summary><c>1234</c>: digits only.</summary>
    Digits,

    /// <summary><c>1.234,56</c>, <c>25944,8</c>: proves the Italian reading.</summary>
    DecimalComma,

    /// <summary><c>3.300.000</c>: proves the Italian reading.</summary>
    SeveralGroups,

    /// <summary><c>149.234</c>: thousands or decimals, the column decides.</summary>
    OneGroup,

    /// <summary><c>6.57</c>: a decimal point, unless the column proves the Italian reading.</summary>
    DotDecimals,

    /// <summary><c>€ 568.781 € 0</c>: two values in one cell.</summary>
    TwoValues,

    /// <summary>Anything else, <c>3 11.920,00</c> included: never a guess.</summary>
    Unreadable,
}

/// <summary>Recognises and reads numbers as people write them, without regard to what the column holds.</summary>
public static class NumberText
{
    // With four more decimals it still fits.
    private const int LongestPlain = 14;

    private static ReadOnlySpan<int> PowersOfTen => [1, 10, 100, 1000, 10_000];

    /// <summary>
    /// How a cell's number is written. Signs, the euro sign or <c>EUR</c> before or after, and outer spaces do not
    /// count.
    /// </summary>
    public static NumberShape Classify(ReadOnlySpan<char> raw)
    {
        ReadOnlySpan<char> body = Body(raw, out _);
        return body is "-" or "–" or "—" || raw.IsWhiteSpace() ? NumberShape.Missing : ShapeOf(body) ?? Other(raw);
    }

    /// <summary>Reads a number of a readable shape.</summary>
    /// <param name="raw">The cell.</param>
    /// <param name="dotIsDecimal">Whether one dot separates decimals; otherwise dots separate thousands.</param>
    /// <param name="decimals">Decimals of the result: 2 = cents.</param>
    /// <param name="value">The number times 10^<paramref name="decimals"/>.</param>
    /// <returns>False when it has more decimals than that (trailing zeros count), or does not fit.</returns>
    public static bool TryRead(ReadOnlySpan<char> raw, bool dotIsDecimal, int decimals, out long value)
    {
        value = 0;
        ReadOnlySpan<char> body = Body(raw, out bool negative);
        int left = -1; // decimals still to come; −1 before the separator
        foreach (char c in body)
        {
            if (char.IsAsciiDigit(c))
            {
                if (left == 0 || value > (long.MaxValue - 9) / 10)
                {
                    return false;
                }

                value = (value * 10) + (c - '0');
                left -= left > 0 ? 1 : 0;
            }
            else if (c == ',' || dotIsDecimal)
            {
                left = decimals;
            }
        }

        for (int missing = left < 0 ? decimals : left; missing > 0; missing--)
        {
            if (value > long.MaxValue / 10)
            {
                return false;
            }

            value *= 10;
        }

        value = negative ? -value : value;
        return true;
    }

    /// <summary>
    /// Reads the commonest form at once: digits, or digits with a comma and digits after it, and nothing else.
    /// </summary>
    /// <param name="raw">The cell.</param>
    /// <param name="decimals">Decimals of the result, at most 4: 2 = cents.</param>
    /// <param name="value">The number times 10^<paramref name="decimals"/>; 0 when it was not read.</param>
    /// <returns>
    /// False for every other form, for more decimals than that and for very long numbers, which may be readable all the
    /// same.
    /// </returns>
    public static bool TryReadPlain(ReadOnlySpan<char> raw, int decimals, out long value)
    {
        value = 0;
        if (raw.Length > LongestPlain || raw.IsEmpty)
        {
            return false;
        }

        long read = 0;
        int comma = raw.Length;
        for (int i = 0; i < raw.Length; i++)
        {
            uint digit = unchecked(raw[i] - (uint)'0');
            if (digit <= 9)
            {
                read = unchecked((read * 10) + digit);
            }
            else if (raw[i] == ',' && comma == raw.Length && i > 0)
            {
                comma = i;
            }
            else
            {
                return false;
            }
        }

        int left = decimals - Math.Max(raw.Length - comma - 1, 0);
        if (left < 0 || comma == raw.Length - 1)
        {
            return false;
        }

        value = read * PowersOfTen[left];
        return true;
    }

    private static NumberShape? ShapeOf(ReadOnlySpan<char> body)
    {
        int comma = body.IndexOf(',');
        ReadOnlySpan<char> whole = comma < 0 ? body : body[..comma];
        if (comma >= 0)
        {
            return IsDigits(body[(comma + 1)..]) && (IsDigits(whole) || IsGrouped(whole))
                ? NumberShape.DecimalComma
                : null;
        }

        int dot = whole.IndexOf('.');
        if (dot < 0)
        {
            return IsDigits(whole) ? NumberShape.Digits : null;
        }

        ReadOnlySpan<char> after = whole[(dot + 1)..];
        if (after.Length is 1 or 2)
        {
            return IsDigits(whole[..dot]) && IsDigits(after) ? NumberShape.DotDecimals : null;
        }

        return !IsGrouped(whole) ? null : after.Contains('.') ? NumberShape.SeveralGroups : NumberShape.OneGroup;
    }

    // Digits in groups of three parted by dots, as 3.300.000; a leading zero is no group of thousands.
    private static bool IsGrouped(ReadOnlySpan<char> text)
    {
        int dot = text.IndexOf('.');
        if (dot is < 1 or > 3 || text[0] == '0' || !IsDigits(text[..dot]))
        {
            return false;
        }

        for (ReadOnlySpan<char> rest = text[dot..]; !rest.IsEmpty; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != '.' || !IsDigits(rest[1..4]))
            {
                return false;
            }
        }

        return true;
    }

    // Not one number: several well-formed ones, each marked as an amount, are two values; the rest is unreadable.
    private static NumberShape Other(ReadOnlySpan<char> raw)
    {
        int marks = raw.Count('€');
        int numbers = 0;
        int withComma = 0;
        foreach (Range range in raw.SplitAny(" \t\u00a0\u202f€;/|\n"))
        {
            ReadOnlySpan<char> token = raw[range];
            if (!token.IsEmpty && ShapeOf(token) is { } shape)
            {
                numbers++;
                withComma += shape == NumberShape.DecimalComma ? 1 : 0;
            }
        }

        return numbers >= 2 && (marks >= 2 || withComma >= 2) ? NumberShape.TwoValues : NumberShape.Unreadable;
    }

    // The digits and separators alone, and the sign, which may stand on either side of the euro sign.
    private static ReadOnlySpan<char> Body(ReadOnlySpan<char> raw, out bool negative)
    {
        negative = false;
        ReadOnlySpan<char> trimmed = raw.Trim();
        if (trimmed.IsEmpty || (char.IsAsciiDigit(trimmed[0]) && char.IsAsciiDigit(trimmed[^1])))
        {
            return trimmed;
        }

        ReadOnlySpan<char> text = WithoutCurrency(trimmed);
        if (text.IsEmpty || text[0] is not ('-' or '−' or '+'))
        {
            return text;
        }

        // A sign belongs to the figure that follows it; before anything else it is no sign.
        ReadOnlySpan<char> unsigned = WithoutCurrency(text[1..].TrimStart());
        if (unsigned.IsEmpty || !char.IsAsciiDigit(unsigned[0]))
        {
            return text;
        }

        negative = text[0] != '+';
        return unsigned;
    }

    private static ReadOnlySpan<char> WithoutCurrency(ReadOnlySpan<char> text)
    {
        foreach (string mark in (ReadOnlySpan<string>)["€", "EURO", "EUR"])
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return text[mark.Length..].TrimStart();
            }

            if (text.EndsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^mark.Length].TrimEnd();
            }
        }

        return text;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
