using System.Globalization;

namespace PianoZona.Contracts;

/// <summary>A fund and the year it belongs to (<i>annualità</i>), which is not the year of the spending.</summary>
/// <param name="Fund">Code in the fund catalogue, e.g. <c>FNPS</c>.</param>
/// <param name="Year">The fund year, e.g. 2021.</param>
public readonly record struct FundKey(string Fund, int Year) : IComparable<FundKey>
{
    /// <summary>Reads the text form, <c>FNPS/2021</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static FundKey Parse(string text)
    {
        int slash = text.LastIndexOf('/');
        return
            slash > 0
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            ? new FundKey(text[..slash], year)
            : throw new FormatException($"No fund year: '{text}'.");
    }

    /// <inheritdoc/>
    public int CompareTo(FundKey other)
    {
        int byFund = string.CompareOrdinal(Fund, other.Fund);
        return byFund != 0 ? byFund : Year.CompareTo(other.Year);
    }

    /// <summary><c>FNPS/2021</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fund}/{Year}");
}
