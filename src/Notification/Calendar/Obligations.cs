using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Notification.Calendar;

/// <summary>The obligations of an Ambito: each occurrence of a deadline, for each body that owes it.</summary>
/// <remarks>
/// Deadlines of flows that the hub does not receive are left out: nobody could fulfil them here. The ledger tells of the upload in
/// force only, so a correction that comes after the day makes a duty done late.
/// </remarks>
public static class Obligations
{
    /// <summary>The obligations whose day falls in a stretch of days.</summary>
    /// <param name="ambito">Deadlines and senders.</param>
    /// <param name="moves">The days that deadlines were moved to.</param>
    /// <param name="current">Every accepted upload in force in the Ambito, those of agencies included.</param>
    /// <param name="events">What happened, for the duties that count from an event.</param>
    /// <param name="first">First day of the stretch.</param>
    /// <param name="last">Last day, included.</param>
    /// <param name="today">Today in Italy.</param>
    public static IReadOnlyList<Obligation> Of(
        Ambito ambito, DeadlineMoves moves, IEnumerable<CurrentUpload> current, IEnumerable<DutyEvent> events,
        DateOnly first, DateOnly last, DateOnly today)
    {
        Acceptances accepted = new(current);
        ILookup<SenderKind, Sender> senders = ambito.Senders.ToLookup(sender => sender.Kind);
        IEnumerable<Obligation> recurring =
            from rule in ambito.Deadlines
            where IsReceived(rule)
            from one in Occurrences(rule, moves, first, last)
            where rule.Flow is null || FlowCatalogue.Find(rule.Flow)!.Periods.HasFlag(one.Period.Kind)
            from body in senders[rule.Audience]
            from obligation in For(ambito.Code, rule, one.Period, body, one.Due, moves, accepted, today)
            select obligation;
        IEnumerable<Obligation> counted =
            from happened in events
            from rule in ambito.Deadlines
            where rule.Id == happened.Deadline && IsReceived(rule) && rule.Due is DueRule.DaysAfterEvent
            let due = DueDates.For((DueRule.DaysAfterEvent)rule.Due, happened.Day)
            from body in senders[rule.Audience]
            where body.Code == happened.Body
            from obligation in For(ambito.Code, rule, PeriodOf(happened.Day), body, due, moves, accepted, today)
            select obligation;
        return [.. recurring.Concat(counted).Where(one => one.Due >= first && one.Due <= last)];
    }

    /// <summary>The obligations of one occurrence of a deadline; none when the deadline has no such occurrence.</summary>
    public static IReadOnlyList<Obligation> OfOccurrence(
        Ambito ambito, DeadlineMoves moves, IEnumerable<CurrentUpload> current, string deadline, Period period, DateOnly today)
    {
        if (ambito.Deadlines.FirstOrDefault(rule => rule.Id == deadline) is not { } rule || !IsReceived(rule) || DayOf(rule, period) is not { } due)
        {
            return [];
        }

        Acceptances accepted = new(current);
        return
        [
            .. ambito.Senders.Where(sender => sender.Kind == rule.Audience)
                .SelectMany(body => For(ambito.Code, rule, period, body, due, moves, accepted, today)),
        ];
    }

    private static bool IsReceived(DeadlineRule rule) => rule.Flow is null || FlowCatalogue.Find(rule.Flow) is not null;

    // Those of the calendar, and those that were moved, wherever they were before.
    private static IEnumerable<(Period Period, DateOnly Due)> Occurrences(DeadlineRule rule, DeadlineMoves moves, DateOnly first, DateOnly last)
    {
        IEnumerable<(Period Period, DateOnly Due)> moved =
            from move in moves.InForce
            where move.Deadline == rule.Id
            let period = Period.Parse(move.Period)
            let due = DayOf(rule, period)
            where due is not null
            select (period, due.Value);
        return DueDates.Between(rule.Due, rule.From, first, last).Concat(moved).DistinctBy(one => one.Period.Text, StringComparer.Ordinal);
    }

    // The day of the rule. What is due once is about one period only.
    private static DateOnly? DayOf(DeadlineRule rule, Period period)
    {
        bool holds = rule.Due is DueRule.Once once
            ? period.Kind == PeriodKinds.Year && period.Year == (rule.From ?? once.Date.Year)
            : rule.From is null || rule.From <= period.Year;
        return holds ? DueDates.For(rule.Due, period) : null;
    }

    private static Period PeriodOf(DateOnly day) => Period.Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    // What is owed of the whole file, then what is owed later of single funds.
    private static IEnumerable<Obligation> For(
        string ambito, DeadlineRule rule, Period period, Sender body, DateOnly due, DeadlineMoves moves, Acceptances accepted, DateOnly today)
    {
        DeadlineMove? move = moves.For(rule.Id, period, body.Code);
        DateOnly opens = due > period.Last ? period.Last.AddDays(1) : period.First;
        return moves.ForFunds(rule.Id, period, body.Code, move?.Date ?? due).Prepend(move).Select(one =>
        {
            DateOnly day = one?.Date ?? due;
            DateOnly until = rule.OnTimeUntil(day, body);
            DateOnly? done = rule.Flow is null ? null : accepted.FirstDayOf(rule.Flow, period, body.Code, one?.Fund);
            return new Obligation(ambito, rule, period, body, opens, day, until, StateOf(rule, done, opens, until, today)) { Move = one };
        });
    }

    private static ObligationState StateOf(DeadlineRule rule, DateOnly? done, DateOnly opens, DateOnly until, DateOnly today) => done switch
    {
        { } day when day <= until => ObligationState.DoneOnTime,
        not null => ObligationState.DoneLate,
        null when today < opens => ObligationState.NotOpen,
        null when today <= until => ObligationState.Awaited,
        _ => rule.Flow is null ? ObligationState.Unknown : ObligationState.Overdue,
    };
}
