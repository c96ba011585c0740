using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts;

/// <summary>How long a period is; a flow says which it accepts.</summary>
[Flags]
public enum PeriodKinds
{
    /// <summary>No period.</summary>
    None = 0,

    /// <summary><c>2025</c>.</summary>
    Year = 1,

    /// <summary><c>2025-S1</c>, <c>2025-S2</c>.</summary>
    HalfYear = 2,

    /// <summary><c>2025-T1</c> to <c>2025-T4</c>.</summary>
    Quarter = 4,

    /// <summary><c>2025-09</c>.</summary>
    Month = 8,

    /// <summary><c>2025-09-14</c>, the date of an event.</summary>
    Date = 16,
}

/// <summary>The time a file is about, as its path says (docs/specifica/tracciati.md § Percorso e periodo).</summary>
public sealed record Period
{
    /// <summary>The first year that a period may have.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year that a period may be of.</summary>
    public const int LastYear = 2099;

    private Period(string text, PeriodKinds kind, DateOnly first, DateOnly last) =>
        (Text, Kind, First, Last) = (text, kind, first, last);

    /// <summary>
    /// The form in paths: <c>2025</c>, <c>2025-S1</c>, <c>2025-T3</c>, <c>2025-09</c>, <c>2025-09-14</c>.
    /// </summary>
    public string Text { get; }

    /// <summary>Exactly one kind.</summary>
    public PeriodKinds Kind { get; }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>The calendar year.</summary>
    public int Year => First.Year;

    /// <summary>Reads a period; years run from <see cref="FirstYear"/> to <see cref="LastYear"/>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text.Length < 4
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || year is < FirstYear or > LastYear)
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(4);
        period = rest switch
        {
            [] => Months(text, PeriodKinds.Year, year, 1, 12),
            ['-', 'S', >= '1' and <= '2'] => Months(text, PeriodKinds.HalfYear, year, ((rest[2] - '1') * 6) + 1, 6),
            ['-', 'T', >= '1' and <= '4'] => Months(text, PeriodKinds.Quarter, year, ((rest[2] - '1') * 3) + 1, 3),
            ['-', _, _]
                when int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
                    && month is >= 1 and <= 12 => Months(text, PeriodKinds.Month, year, month, 1),
            ['-', _, _, '-', _, _] when IsoDay.TryParse(text, out DateOnly day) => new Period(
                text,
                PeriodKinds.Date,
                day,
                day),
            _ => null,
        };
        return period is not null;
    }

    /// <summary>Reads a period that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no period.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out Period? period) ? period : throw new FormatException($"No period: '{text}'.");

    /// <summary>
    /// The same period of another year; null when there is none: what happened on a day says nothing of the same day of
    /// another year.
    /// </summary>
    /// <param name="years">How many years later; negative = before.</param>
    public Period? AddYears(int years)
    {
        string text = (Year + years).ToString(CultureInfo.InvariantCulture) + Text[4..];
        return Kind != PeriodKinds.Date && TryParse(text, out Period? other) ? other : null;
    }

    /// <summary>Whether another period lies in this one.</summary>
    public bool Covers(Period other) => other.First >= First && other.Last <= Last;

    /// <summary>Whether one of the two lies in the other: they lie so or apart.</summary>
    public bool Meets(Period other) => Covers(other) || other.Covers(this);

    /// <summary>The form in paths.</summary>
    public override string ToString() => Text;

    private static Period Months(string text, PeriodKinds kind, int year, int first, int count)
    {
        DateOnly start = new(year, first, 1);
        return new Period(text, kind, start, start.AddMonths(count).AddDays(-1));
    }
}
