using System.Globalization;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Reading;

/// <summary>Days as they are written in files: <c>31/12/2025</c>, <c>31-12-2025</c>, <c>2025-12-31</c>.</summary>
public static class WrittenDay
{
    private static readonly string[] Forms = ["d/M/yyyy", "d-M-yyyy", IsoDay.Form];

    /// <summary>Reads a day of one of these forms.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
