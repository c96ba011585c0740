using PianoZona.Contracts.Reading;

namespace PianoZona.Reading;

/// <summary>Tells when the header is missing.</summary>
internal static class HeaderCheck
{
    /// <summary>Whether a row can be no header: no cell has a letter, or most are numbers and dates.</summary>
    public static bool LooksLikeData(IReadOnlyList<string> row)
    {
        int filled = 0;
        int values = 0;
        bool anyLetter = false;
        foreach (string text in row)
        {
            ReadOnlySpan<char> cell = text.AsSpan().Trim();
            filled += cell.IsEmpty ? 0 : 1;
            values += !cell.IsEmpty && IsValue(cell) ? 1 : 0;
            anyLetter |= text.Any(char.IsLetter);
        }

        return !anyLetter || values * 2 > filled;
    }

    private static bool IsValue(ReadOnlySpan<char> cell) =>
        NumberText.Classify(cell) is not (NumberShape.Missing or NumberShape.Unreadable or NumberShape.TwoValues)
        || WrittenDay.TryParse(cell, out _);
}
