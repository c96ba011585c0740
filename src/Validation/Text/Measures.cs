using System.Globalization;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Text;

/// <summary>Figures of indicators, compared: numbers with numbers, ratios with ratios.</summary>
internal static class Measures
{
    /// <summary>
    /// The two sizes; null when one is missing, is a word (<c>SI</c>, <c>non rilevato</c>), or they are of different
    /// kinds.
    /// </summary>
    public static (decimal First, decimal Second)? Sizes(in CellValue first, in CellValue second) =>
        first.HasValue
        && second.HasValue
        && first.Text is null == second.Text is null
        && SizeOf(first) is { } one
        && SizeOf(second) is { } other
            ? (one, other)
            : null;

    /// <summary>A figure as people read it.</summary>
    public static string InItalian(in CellValue value) =>
        value.Text ?? ColumnFigures.InItalian(Indicatori.Valore, value.Number);

    /// <summary>
    /// Whether two figures say different things of the same quantity. What was not measured says nothing.
    /// </summary>
    public static bool Differ(in CellValue first, in CellValue second) =>
        Sizes(first, second) is { } sizes
            ? sizes.First != sizes.Second
            : (first.Text, second.Text) is ("SI", "NO") or ("NO", "SI");

    /// <summary>
    /// By how much two numbers differ, in words that continue a sentence; empty for what is no number.
    /// </summary>
    public static string Difference(in CellValue first, in CellValue second) =>
        first.Text is null && second.Text is null
            ? $" (differenza {ColumnFigures.InItalian(Indicatori.Valore, Math.Abs(first.Number - second.Number))})"
            : string.Empty;

    private static decimal? SizeOf(in CellValue value)
    {
        if (value.Text is not { } text)
        {
            return value.Number;
        }

        return text.Split(':') is [var part, var whole]
            && decimal.TryParse(part, NumberStyles.AllowDecimalPoint, Italian.Culture, out decimal some)
            && decimal.TryParse(whole, NumberStyles.AllowDecimalPoint, Italian.Culture, out decimal all)
            && all != 0
            ? some / all
            : null;
    }
}
