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
    /// <summary>The obligations whose day, by the calendar, falls in a stretch of days.</summary>
    /// <param name="ambito">Deadlines and senders.</param>
    /// <param name="current">Every accepted upload in force in the Ambito, those of agencies included.</param>
    /// <param name="events">What happened, for the duties that count from an event.</param>
    /// <param name="first">First day of the stretch.</param>
    /// <param name="last">Last day, included.</param>
    /// <param name="today">Today in Italy.</param>
    public static IReadOnlyList<Obligation> Of(
        Ambito ambito, IEnumerable<CurrentUpload> current, IEnumerable<DutyEvent> events, DateOnly first, DateOnly last, DateOnly today)
    {
        Acceptances accepted = new(current);
        ILookup<SenderKind, Sender> senders = ambito.Senders.ToLookup(sender => sender.Kind);
        IEnumerable<Obligation> recurring =
            from rule in ambito.Deadlines
            where IsReceived(rule)
            from one in DueDates.Between(rule.Due, rule.From, first, last)
            where rule.Flow is null || FlowCatalogue.Find(rule.Flow)!.Periods.HasFlag(one.Period.Kind)
            from body in senders[rule.Audience]
            select For(ambito.Code, rule, one.Period, body, one.Due, accepted, today);
        IEnumerable<Obligation> counted =
            from happened in events
            from rule in ambito.Deadlines
            where rule.Id == happened.Deadline && IsReceived(rule) && rule.Due is DueRule.DaysAfterEvent
            let due = DueDates.For((DueRule.DaysAfterEvent)rule.Due, happened.Day)
            where due >= first && due <= last
            from body in senders[rule.Audience]
            where body.Code == happened.Body
            select For(ambito.Code, rule, PeriodOf(happened.Day), body, due, accepted, today);
        return [.. recurring.Concat(counted)];
    }

    private static bool IsReceived(DeadlineRule rule) => rule.Flow is null || FlowCatalogue.Find(rule.Flow) is not null;

    private static Period PeriodOf(DateOnly day) => Period.Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static Obligation For(
        string ambito, DeadlineRule rule, Period period, Sender body, DateOnly due, Acceptances accepted, DateOnly today)
    {
        DateOnly opens = due > period.Last ? period.Last.AddDays(1) : period.First;
        DateOnly until = rule.OnTimeUntil(due, body);
        DateOnly? done = rule.Flow is null ? null : accepted.FirstDayOf(rule.Flow, period, body.Code);
        return new Obligation(ambito, rule, period, body, opens, due, until, StateOf(rule, done, opens, until, today));
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
