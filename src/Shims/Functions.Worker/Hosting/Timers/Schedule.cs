using System.Globalization;
using NCrontab;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>When a timer is due.</summary>
internal abstract class Schedule
{
    /// <summary>The first occurrence after an instant.</summary>
    public abstract DateTimeOffset Next(DateTimeOffset after);

    /// <summary>Whether it is due more than once in the minute from an instant: such schedules are not monitored.</summary>
    public bool IsUnderAMinute(DateTimeOffset now)
    {
        DateTimeOffset end = now + TimeSpan.FromMinutes(1);
        return Next(Next(now)) < end;
    }

    /// <summary>An NCRONTAB expression with seconds (six fields) or without (five), or else a time span; null when it is none of them.</summary>
    public static Schedule? Parse(string expression, TimeZoneInfo zone)
    {
        string[] fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool hasSeconds = fields.Length == 6;
        if (hasSeconds || fields.Length == 5)
        {
            CrontabSchedule? cron = CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = hasSeconds });
            return cron is null ? null : new CronSchedule(cron, IsInterval(fields, hasSeconds), zone);
        }

        return TimeSpan.TryParse(expression, CultureInfo.InvariantCulture, out TimeSpan period) && period > TimeSpan.Zero
            ? new ConstantSchedule(period)
            : null;
    }

    /// <summary>As the host tells them apart: an interval goes on through a change of the clock, a time of day happens once.</summary>
    private static bool IsInterval(string[] fields, bool hasSeconds) =>
        fields.Take(hasSeconds ? 3 : 2).Any(field => field.AsSpan().ContainsAny('*', '-', '/'));
}

/// <summary>Due at a constant distance from the last run.</summary>
internal sealed class ConstantSchedule(TimeSpan period) : Schedule
{
    public override DateTimeOffset Next(DateTimeOffset after) => after + period;
}
