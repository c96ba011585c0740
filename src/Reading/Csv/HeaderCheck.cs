using System.Globalization;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Csv;

/// <summary>Finds the header, and tells when it is missing.</summary>
internal static class HeaderCheck
{
    private static readonly string[] DateFormats = ["d/M/yyyy", "d-M-yyyy", "yyyy-MM-dd"];

    /// <summary>Moves to the first row that is not blank, past a <c>sep=;</c> line.</summary>
    /// <returns>False when there is none.</returns>
    public static async ValueTask<bool> MoveToHeaderAsync(this CsvRows rows, Dialect dialect, CancellationToken cancellationToken)
    {
        bool isSeparatorLine = dialect.HasSeparatorLine;
        while (await rows.NextAsync(cancellationToken))
        {
            if (!isSeparatorLine && !rows.IsBlank)
            {
                return true;
            }

            isSeparatorLine = false;
        }

        return false;
    }

    /// <summary>Whether the current row can be no header: no cell has a letter, or most are numbers and dates.</summary>
    public static bool LooksLikeData(CsvRows row)
    {
        int filled = 0;
        int values = 0;
        bool anyLetter = false;
        for (int i = 0; i < row.CellCount; i++)
        {
            ReadOnlySpan<char> cell = row.Cell(i).Trim();
            filled += cell.IsEmpty ? 0 : 1;
            values += !cell.IsEmpty && IsValue(cell) ? 1 : 0;
            anyLetter |= HasLetter(cell);
        }

        return !anyLetter || values * 2 > filled;
    }

    private static bool IsValue(ReadOnlySpan<char> cell) =>
        NumberText.Classify(cell) is not (NumberShape.Missing or NumberShape.Unreadable or NumberShape.TwoValues)
        || DateOnly.TryParseExact(cell, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool HasLetter(ReadOnlySpan<char> cell)
    {
        foreach (char c in cell)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
