namespace PianoZona.Contracts.Calendar;

/// <summary>
/// The public holidays of Italy (law 260/1949, article 2, as amended). Sundays are not among them: they are no working
/// days anyway.
/// </summary>
public static class ItalianHolidays
{
    // Law 151/2025 (Gazzetta Ufficiale 236 of 10 October 2025), in force from 1 January 2026, restored the feast of
    // Saint Francis.
    private const int FirstYearOfSaintFrancis = 2026;

    private static readonly (int Month, int Day)[] Fixed =
        [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

    /// <summary>Whether a day is a public holiday everywhere in Italy.</summary>
    public static bool Includes(DateOnly day) =>
        Fixed.Contains((day.Month, day.Day))
        || (day is { Month: 10, Day: 4 } && day.Year >= FirstYearOfSaintFrancis)
        || day == EasterSunday(day.Year).AddDays(1);

    /// <summary>Easter in the Gregorian calendar (the anonymous algorithm, Nature of 20 April 1876).</summary>
    public static DateOnly EasterSunday(int year)
    {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int moonCorrection = (century + 8) / 25;
        int epact = ((19 * golden) + century - (century / 4) - ((century - moonCorrection + 1) / 3) + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        int late = (golden + (11 * epact) + (22 * weekday)) / 451;
        int days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
