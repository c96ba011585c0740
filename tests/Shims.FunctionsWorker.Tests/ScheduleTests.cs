using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PianoZona.Shims.FunctionsWorker.Tests;

public sealed class ScheduleTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    [Theory]
    // Six fields, five fields, time spans.
    [InlineData("0 */5 * * * *", "UTC", "2026-01-01T00:00:00Z", "2026-01-01T00:05:00Z")]
    [InlineData("*/10 * * * * *", "UTC", "2026-01-01T00:00:05Z", "2026-01-01T00:00:10Z")]
    [InlineData("0 30 2 * * 1-5", "UTC", "2026-01-02T03:00:00Z", "2026-01-05T02:30:00Z")]
    [InlineData("30 2 * * *", "UTC", "2026-01-02T03:00:00Z", "2026-01-03T02:30:00Z")]
    [InlineData("00:00:01", "UTC", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z")]
    [InlineData("1.12:00:00", "UTC", "2026-01-01T00:00:00Z", "2026-01-02T12:00:00Z")]
    // A time zone.
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-01-01T00:00:00Z", "2026-01-01T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-07-01T01:00:00Z", "2026-07-02T00:30:00Z")]
    // The clock goes forward on 29 March 2026 at 01:00 UTC: 02:30 does not exist.
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-03-29T01:15:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("0 */30 * * * *", "Europe/Rome", "2026-03-29T00:40:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("0 0 */2 * * *", "Europe/Rome", "2026-03-29T00:40:00Z", "2026-03-29T02:00:00Z")]
    // It goes back on 25 October 2026 at 01:00 UTC: 02:30 exists twice, and happens once.
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 30 2 * * *", "Europe/Rome", "2026-10-25T01:10:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 */30 * * * *", "Europe/Rome", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")]
    [InlineData("0 */30 * * * *", "Europe/Rome", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z")]
    public void Next_OfExpression_IsTheOccurrenceAfter(string expression, string zone, string after, string expected) =>
        Assert.Equal(Instant(expected), Schedule.Parse(expression, TimeZoneInfo.FindSystemTimeZoneById(zone))!.Next(Instant(after)));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("0 61 * * * *")]
    [InlineData("every day")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    public void Parse_NotASchedule_IsNull(string expression) => Assert.Null(Schedule.Parse(expression, TimeZoneInfo.Utc));

    [Fact]
    public void Next_NeverTrue_IsNever() => Assert.Equal(CronSchedule.Never, Schedule.Parse("0 0 0 30 2 *", Rome)!.Next(Instant("2026-01-01T00:00:00Z")));

    [Theory]
    [InlineData("*/20 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("00:00:59", false)]
    [InlineData("00:00:10", true)]
    [InlineData("00:01:00", false)]
    public void IsUnderAMinute_OfExpression_CountsOccurrences(string expression, bool expected) =>
        Assert.Equal(expected, Schedule.Parse(expression, TimeZoneInfo.Utc)!.IsUnderAMinute(Instant("2026-01-01T00:00:00Z")));

    [Fact]
    public void Next_AnyInstant_IsLaterAndStaysUntilReached()
    {
        string[] expressions = ["0 */5 * * * *", "0 0 */3 * * *", "0 30 2 * * *", "15 0 3 * * 0", "0 0 2-3 * * *"];
        Gen<(string, DateTimeOffset)> gen =
            from expression in Gen.Elements(expressions)
            from start in Gen.Elements("2026-01-01T00:00:00Z", "2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z") // the last two: clock changes
            from minutes in Gen.Choose(0, 60 * 24)
            select (expression, Instant(start).AddMinutes(minutes));
        Prop.ForAll(gen.ToArbitrary(), input =>
        {
            Schedule schedule = Schedule.Parse(input.Item1, Rome)!;
            DateTimeOffset next = schedule.Next(input.Item2);
            DateTimeOffset middle = input.Item2 + ((next - input.Item2) / 2);
            return next > input.Item2 && schedule.Next(middle) == next;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Next_TimeOfDayThroughAYear_HappensOnceEachDay()
    {
        Schedule schedule = Schedule.Parse("0 30 2 * * *", Rome)!;
        DateTimeOffset at = Instant("2026-01-01T00:00:00Z");
        HashSet<DateOnly> days = [];
        for (int i = 0; i < 365; i++)
        {
            at = schedule.Next(at);
            Assert.True(days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Rome).DateTime)));
        }

        Assert.Equal(365, days.Count);
        Assert.Equal(new DateOnly(2026, 12, 31), days.Max());
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
