using System.Globalization;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>
/// PZ3003: the number can be read in two ways, and the rest of the column speaks against how it is written.
/// </summary>
internal static class AmbiguousNumber
{
    public const string Code = "PZ3003";

    /// <summary>
    /// A decimal point in a column written in the Italian way: <c>12.50</c> may be <c>12,50</c> or <c>1.250</c>.
    /// </summary>
    public static Breach PointAmongCommas(ReadOnlySpan<char> raw) =>
        Found(
            Digits(raw).Replace('.', ','),
            Grouped(raw),
            "nella colonna altri numeri usano la virgola per i decimali o il punto per le migliaia");

    /// <summary>A group of three among decimal points: <c>1.500</c> may be <c>1500</c> or <c>1,500</c>.</summary>
    public static Breach GroupAmongPoints(ReadOnlySpan<char> raw) =>
        Found(
            Digits(raw).Replace('.', ','),
            WithoutPoints(raw),
            "nella colonna altri numeri usano il punto per i decimali");

    private static Breach Found(string asDecimal, string asWhole, string reason) =>
        new(Code, ("decimale", asDecimal), ("intero", asWhole), ("motivo", reason))
        {
            Expected = $"{asDecimal} oppure {asWhole}",
        };

    private static string Digits(ReadOnlySpan<char> raw) =>
        string.Concat(raw.ToString().Where(c => char.IsAsciiDigit(c) || c == '.'));

    private static string WithoutPoints(ReadOnlySpan<char> raw) =>
        Digits(raw).Replace(".", string.Empty, StringComparison.Ordinal);

    private static string Grouped(ReadOnlySpan<char> raw)
    {
        string digits = WithoutPoints(raw);
        return decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out decimal value)
            ? Italian.Number(value)
            : digits;
    }
}
