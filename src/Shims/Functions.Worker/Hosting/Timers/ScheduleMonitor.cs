using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Compares what was recorded of a schedule with the schedule, when a host takes the timer over.</summary>
internal static class ScheduleMonitor
{
    /// <summary>The status to go on with, whether it needs writing, and whether an occurrence was missed.</summary>
    public static (ScheduleStatus Status, bool IsNew, bool IsPastDue) Resume(ScheduleStatus? recorded, Schedule schedule, DateTimeOffset now)
    {
        if (recorded is null)
        {
            return (Status(default, schedule.Next(now), now), true, false);
        }

        DateTime basis = recorded.Last != default ? recorded.Last : recorded.LastUpdated;
        DateTimeOffset expected = schedule.Next(basis == default ? now : Utc(basis));
        if (expected == Utc(recorded.Next))
        {
            return (recorded, false, now > expected);
        }

        // Another schedule than the recorded one: nothing of it was missed.
        DateTimeOffset next = now > expected ? schedule.Next(now) : expected;
        return (Status(default, next, now), true, false);
    }

    /// <summary>The status after a run that began at an instant.</summary>
    public static ScheduleStatus After(DateTimeOffset run, Schedule schedule) => Status(run.UtcDateTime, schedule.Next(run), run);

    public static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));

    private static ScheduleStatus Status(DateTime last, DateTimeOffset next, DateTimeOffset updated) =>
        new() { Last = last, Next = next.UtcDateTime, LastUpdated = updated.UtcDateTime };
}
