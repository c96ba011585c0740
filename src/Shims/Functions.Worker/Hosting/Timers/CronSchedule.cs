using NCrontab;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Due as an NCRONTAB expression says, read in a time zone.</summary>
/// <remarks>
/// When the clock goes forward, a time of day that does not exist happens as much later as the clock jumps. When it goes back,
/// a time of day that exists twice happens the first time, while an interval goes on through both.
/// </remarks>
internal sealed class CronSchedule(CrontabSchedule cron, bool isInterval, TimeZoneInfo zone) : Schedule
{
    /// <summary>What <see cref="Next(DateTimeOffset)"/> gives when the expression never comes true, as 30 February.</summary>
    public static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    // No zone's clock changes by more, nor twice within it.
    private static readonly TimeSpan LongestChange = TimeSpan.FromHours(3);

    public override DateTimeOffset Next(DateTimeOffset after) => isInterval ? NextOfInterval(after) : NextTimeOfDay(after);

    private DateTimeOffset NextTimeOfDay(DateTimeOffset after)
    {
        // From a little earlier: just after the clock went forward, a time in the gap is still to come.
        DateTime local = TimeZoneInfo.ConvertTime(after - LongestChange, zone).DateTime;
        while (true)
        {
            local = cron.GetNextOccurrence(local);
            DateTimeOffset at = Instant(local);
            if (at > after)
            {
                return at;
            }
        }
    }

    private DateTimeOffset NextOfInterval(DateTimeOffset after)
    {
        TimeSpan offset = zone.GetUtcOffset(after);
        DateTimeOffset at = Next(after, offset);
        if (at == Never || zone.GetUtcOffset(at) == offset)
        {
            return at;
        }

        // The clock changes in between: the new time counts from there.
        DateTimeOffset change = FirstInstantWithOtherOffset(after, at, offset);
        return Next(change - TimeSpan.FromSeconds(1), zone.GetUtcOffset(change));
    }

    private DateTimeOffset Next(DateTimeOffset after, TimeSpan offset)
    {
        DateTime local = cron.GetNextOccurrence(after.ToOffset(offset).DateTime);
        return local == DateTime.MaxValue ? Never : new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTimeOffset Instant(DateTime local)
    {
        if (local == DateTime.MaxValue)
        {
            return Never;
        }

        if (zone.IsInvalidTime(local))
        {
            // With the offset of before the gap, the instant lies as much after the change as the time lies in the gap.
            return new DateTimeOffset(local, zone.GetUtcOffset(local - LongestChange)).ToUniversalTime();
        }

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTimeOffset FirstInstantWithOtherOffset(DateTimeOffset before, DateTimeOffset after, TimeSpan offset)
    {
        while (after - before > TimeSpan.FromSeconds(1))
        {
            DateTimeOffset middle = before + ((after - before) / 2);
            (before, after) = zone.GetUtcOffset(middle) == offset ? (middle, after) : (before, middle);
        }

        // Clocks change at whole seconds.
        return new DateTimeOffset(after.UtcTicks - (after.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}
