using System.Globalization;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>The one text that a typed cell stands for, such that no reader can take it for another value.</summary>
internal static class CellText
{
    private const int SignificantDigits = 15; // as many as spreadsheets show: 0.1+0.2 is 0,3
    private const int LastSerial = 2_958_465; // 9999-12-31
    private const int From1904 = 1_462; // days between the two ways of counting
    private const int LeapDayThatNeverWas = 60; // 1900-02-29, kept by spreadsheets for the sake of an older one
    private const double SecondsOfDay = 86_400;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>Text of a number by its format: <c>1500,5</c>, <c>018110</c>, <c>2025-12-31</c>.</summary>
    /// <param name="stored">The number as stored.</param>
    /// <param name="format">How the cell shows it.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    /// <returns>The stored text itself when it is no number.</returns>
    public static string OfNumber(ReadOnlySpan<char> stored, NumberFormat format, bool from1904)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value))
        {
            return stored.ToString();
        }

        string? text = format.Style switch
        {
            NumberStyle.Number => null,
            NumberStyle.Padded => Padded(value, format.Digits),
            NumberStyle.Time => Time(value),
            _ => Day(from1904 ? value + From1904 : value, format),
        };
        return text ?? Plain(value);
    }

    /// <summary>Text of a date stored as text (ISO 8601), which the strict form of the standard allows.</summary>
    public static string OfDate(ReadOnlySpan<char> stored)
    {
        if (!DateTime.TryParse(
                stored,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out DateTime moment))
        {
            return stored.ToString();
        }

        return moment.ToString(
            moment.TimeOfDay == TimeSpan.Zero ? IsoDay.Form : $"{IsoDay.Form} HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Text of a logical value, as Excel shows it in Italian.</summary>
    public static string OfBoolean(ReadOnlySpan<char> stored) =>
        stored is "1" or "true" ? "VERO"
        : stored is "0" or "false" ? "FALSO"
        : stored.ToString();

    /// <summary>Text of an error, as Excel shows it in Italian.</summary>
    public static string OfError(ReadOnlySpan<char> stored) => stored switch
    {
        "#N/A" => "#N/D",
        "#REF!" => "#RIF!",
        "#VALUE!" => "#VALORE!",
        "#NAME?" => "#NOME?",
        "#NULL!" => "#NULLO!",
        "" => "#N/D",
        _ => stored.ToString(),
    };

    /// <summary>Whether a stored number is its own text: a whole number of at most 15 digits.</summary>
    public static bool IsPlainInteger(ReadOnlySpan<char> stored) =>
        stored.Length is > 0 and <= SignificantDigits
        && (stored[0] != '0' || stored.Length == 1)
        && !stored.ContainsAnyExceptInRange('0', '9');

    // All digits, without exponent or grouping, decimals after a comma: no column can make it another number.
    private static string Plain(double value)
    {
        string scientific = Math.Abs(value).ToString("E14", CultureInfo.InvariantCulture); // d.ddddddddddddddE+ddd
        int exponent = int.Parse(
            scientific.AsSpan(SignificantDigits + 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = (scientific[0] + scientific[2..(SignificantDigits + 1)]).TrimEnd('0');
        if (digits.Length == 0)
        {
            return "0";
        }

        int whole = exponent + 1; // digits before the comma
        string text = whole <= 0 ? "0," + new string('0', -whole) + digits
            : whole >= digits.Length ? digits.PadRight(whole, '0')
            : digits[..whole] + "," + digits[whole..];
        return value < 0 ? "-" + text : text;
    }

    private static string? Padded(double value, int digits) =>
        value >= 0 && Plain(value) is { } text && !text.Contains(',', StringComparison.Ordinal)
            ? text.PadLeft(digits, '0')
            : null;

    private static string? Day(double value, NumberFormat format)
    {
        double serial = format.HasTime ? Math.Round(value * SecondsOfDay) / SecondsOfDay : value;
        int whole = serial is >= 1 and < LastSerial + 1 ? (int)serial : 0;
        if (whole is 0 or LeapDayThatNeverWas)
        {
            return null; // shown as #### or as a day that never was: not a date
        }

        DateOnly day = SerialZero.AddDays(whole < LeapDayThatNeverWas ? whole + 1 : whole);
        string text = day.ToString(FormOf(format.Style), CultureInfo.InvariantCulture);
        double fraction = serial - whole;
        return format.HasTime && fraction * SecondsOfDay >= 0.5 ? text + " " + Time(fraction) : text;
    }

    private static string FormOf(NumberStyle style) => style switch
    {
        NumberStyle.Month => "yyyy-MM",
        NumberStyle.Year => "yyyy",
        _ => IsoDay.Form,
    };

    private static string? Time(double value)
    {
        if (value is < 0 or > LastSerial)
        {
            return null;
        }

        long seconds = (long)Math.Round(value * SecondsOfDay);
        return string.Create(
            CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
