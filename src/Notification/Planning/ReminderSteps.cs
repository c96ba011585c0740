using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Notification.Planning;

/// <summary>Which reminder of an obligation is to go out on a day.</summary>
internal static class ReminderSteps
{
    /// <summary>
    /// A step that fell longer ago is not made up for: nobody wants a reminder of a month ago, and a hub that has just
    /// been set up must not write about the past.
    /// </summary>
    public const int CatchUpDays = 30;

    /// <summary>
    /// The latest step that has come: steps that fell together, after days without mail, are one. Null when there is
    /// none.
    /// </summary>
    public static int? LatestOf(Obligation obligation, DateOnly today)
    {
        // Who was told that the day is another needs no reminder of a step that had come by then.
        DateOnly? told = obligation.Move is { } move ? RomeTime.DayOf(move.At) : null;
        int passed = today.DayNumber - obligation.OnTimeUntil.DayNumber;
        int? latest = null;
        foreach (int offset in obligation.Rule.Offsets)
        {
            // An indicative date is not chased once it is past.
            if (offset <= passed && !(offset > 0 && obligation.Rule.Soft) && !(latest >= offset))
            {
                latest = offset;
            }
        }

        return latest is { } step && passed - step <= CatchUpDays && !(obligation.OnTimeUntil.AddDays(step) <= told)
            ? latest
            : null;
    }

    /// <summary>
    /// Whether the Ufficio di Piano is told too: from the second step after the day, or at the only one.
    /// </summary>
    public static bool Escalates(DeadlineRule rule, int step)
    {
        int before = rule.Offsets.Distinct().Count(offset => offset > 0 && offset < step);
        return step > 0 && (before > 0 || !rule.Offsets.Any(offset => offset > step));
    }

    /// <summary>The stretch of days in which a deadline that asks for a reminder today can fall.</summary>
    public static (DateOnly First, DateOnly Last) Stretch(IEnumerable<DeadlineRule> rules, DateOnly today)
    {
        int earliest = 0;
        int latest = 0;
        foreach (int offset in rules.SelectMany(rule => rule.Offsets))
        {
            earliest = Math.Min(earliest, offset);
            latest = Math.Max(latest, offset);
        }

        return (today.AddDays(-latest - CatchUpDays - WorkingDays.MostRolled), today.AddDays(-earliest));
    }
}
