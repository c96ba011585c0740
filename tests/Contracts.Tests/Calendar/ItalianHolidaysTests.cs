using System.Globalization;
using PianoZona.Contracts.Calendar;

namespace PianoZona.Contracts.Tests.Calendar;

public sealed class ItalianHolidaysTests
{
    [Theory]
    [InlineData("2008-03-23")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    public void EasterSunday_KnownYears_IsThatDay(string expected) =>
        Assert.Equal(Day(expected), ItalianHolidays.EasterSunday(Day(expected).Year));

    [Theory]
    [InlineData(2025, "01-01 01-06 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26")]
    [InlineData(2026, "01-01 01-06 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26")]
    [InlineData(2027, "01-01 01-06 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26")]
    public void Includes_WholeYear_IsTheListOfTheLaw(int year, string expected)
    {
        DateOnly first = new(year, 1, 1);
        IEnumerable<string> found = Enumerable.Range(0, 365).Select(first.AddDays).Where(ItalianHolidays.Includes)
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("2026-06-30", null, "2026-06-30")]
    [InlineData("2024-06-30", null, "2024-07-01")]
    [InlineData("2025-06-02", null, "2025-06-03")]
    [InlineData("2026-08-15", null, "2026-08-17")]
    [InlineData("2024-03-30", null, "2024-04-02")]
    [InlineData("2027-12-25", null, "2027-12-27")]
    [InlineData("2025-10-04", null, "2025-10-06")]
    [InlineData("2027-10-04", null, "2027-10-05")]
    [InlineData("2021-10-04", null, "2021-10-04")]
    [InlineData("2026-08-11", "08-11", "2026-08-12")]
    [InlineData("2026-08-11", "12-09", "2026-08-11")]
    public void OnOrAfter_HolidaysAndPatronSaint_IsTheNextWorkingDay(string day, string? patron, string expected) =>
        Assert.Equal(Day(expected), new WorkingDays(patron).OnOrAfter(Day(day)));

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void RomeDay_AroundBothClockChanges_TurnsAtItalianMidnight(string instant, string expected) =>
        Assert.Equal(Day(expected), RomeTime.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
