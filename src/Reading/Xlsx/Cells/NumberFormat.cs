namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>What a cell's number format makes of its number.</summary>
internal enum NumberStyle
{
    Number,

    /// <summary>A number shown with leading zeros, as codes are.</summary>
    Padded,

    Day,

    /// <summary>A month of a year: what a spreadsheet makes of <c>2025-09</c>.</summary>
    Month,

    /// <summary>A year, of a day that is not shown.</summary>
    Year,

    /// <summary>A time of day, or a duration.</summary>
    Time,
}

/// <summary>A number format, as far as it changes what the cell says.</summary>
/// <param name="Style">What the number is.</param>
/// <param name="HasTime">Whether the time of a day is shown as well.</param>
/// <param name="Digits">Digits of a padded number.</param>
internal readonly record struct NumberFormat(NumberStyle Style, bool HasTime = false, int Digits = 0)
{
    /// <summary>The format that has a fixed number in the standard; numbers above 163 are those of the file.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        >= 14 and <= 16 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => new(NumberStyle.Day),
        17 or 55 or 56 => new(NumberStyle.Month),
        22 => new(NumberStyle.Day, HasTime: true),
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 => new(NumberStyle.Time),
        _ => default,
    };

    /// <summary>Reads a format code, e.g. <c>dd/mm/yyyy;@</c>. Only the section of positive numbers counts.</summary>
    public static NumberFormat Parse(string code)
    {
        if (code.StartsWith("Standard", StringComparison.OrdinalIgnoreCase))
        {
            return default; // "General" as some programs translate it: its letters are none of a date
        }

        bool day = false, month = false, year = false, time = false, other = false;
        int zeros = 0;
        for (int i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    i = Skip(code, i, '"');
                    break;
                case '[':
                    int close = Skip(code, i, ']');
                    time |= IsElapsed(code.AsSpan(i + 1, Math.Max(close - i - 1, 0)));
                    i = close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'd': day = true; break;
                case 'm': month = true; break;
                case 'y': year = true; break;
                case 'h' or 's': time = true; break;
                case '0': zeros++; break;
                default: other = true; break;
            }
        }

        // A month without a day or a year is the minutes of a time, or a day of which the month alone is shown.
        return day || (month && !year && !time) ? new(NumberStyle.Day, time)
            : year ? new(month ? NumberStyle.Month : NumberStyle.Year)
            : time ? new(NumberStyle.Time)
            : zeros > 1 && !other ? new(NumberStyle.Padded, Digits: zeros)
            : default;
    }

    // [h], [mm] and [ss] are elapsed time; other brackets are colours, conditions and locales.
    private static bool IsElapsed(ReadOnlySpan<char> inside) => !inside.IsEmpty && inside.Trim("hmsHMS").IsEmpty;

    private static int Skip(string code, int from, char until)
    {
        int found = code.IndexOf(until, from + 1);
        return found < 0 ? code.Length - 1 : found;
    }
}
