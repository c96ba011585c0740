using System.Globalization;

namespace PianoZona.Contracts.Text;

/// <summary>A day between programs: <c>2026-06-30</c>, in files, keys, addresses and answers of the API.</summary>
public static class IsoDay
{
    /// <summary>The form, for serializers and for what takes one.</summary>
    public const string Form = "yyyy-MM-dd";

    /// <summary>The day in this form.</summary>
    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a day that is known to have this form.</summary>
    /// <exception cref="FormatException">It has another.</exception>
    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a day of exactly this form.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
