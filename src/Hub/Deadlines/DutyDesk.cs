using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Deadlines;

/// <summary>Duties that no file fulfils, marked as done by staff, and the events from which duties count.</summary>
public sealed class DutyDesk(IDecisionLog decisions, DeadlineRegister deadlines, TimeProvider time)
{
    private const int MostDaysAway = 3650;

    /// <summary>The obligation of a body in a period; null when there is none that staff can mark.</summary>
    public async Task<Obligation?> FindAsync(
        Ambito ambito, string deadline, string period, string body, CancellationToken cancellationToken) =>
        Period.TryParse(period, out Period? about)
            ? (await deadlines.CalendarAsync(ambito, RomeTime.Today(time), cancellationToken))
                .Find(deadline, about, body) is { Rule.Flow: null } found ? found : null
            : null;

    /// <summary>Marks a duty as done by an act, or as not done after all.</summary>
    /// <returns>
    /// The obligation as it is now; not found when the body has none, refused when the day is to come.
    /// </returns>
    public async Task<Reply<Obligation>> MarkAsync(
        Ambito ambito, DutyDone done, CancellationToken cancellationToken)
    {
        if (await FindAsync(ambito, done.Deadline, done.Period, done.Body, cancellationToken) is null)
        {
            return new Reply<Obligation>.NotFound();
        }

        if (done.Date > RomeTime.Today(time))
        {
            return Refused("data", "La data dell'atto («data») non può essere nel futuro.");
        }

        await decisions.AppendAsync(ambito.Code, DutyDecision.Of(done), cancellationToken);
        deadlines.Forget(ambito);
        Obligation now = (await FindAsync(ambito, done.Deadline, done.Period, done.Body, cancellationToken))!;
        return new Reply<Obligation>.Done(now, IsNew: true);
    }

    /// <summary>Records that something happened to a body, or that it did not after all.</summary>
    /// <returns>
    /// What it asks of the body; not found when the deadline counts from no event or the body does not owe it; refused
    /// when the day is too far away.
    /// </returns>
    public async Task<Reply<IReadOnlyList<Obligation>>> RecordAsync(
        Ambito ambito, RecordedEvent happened, CancellationToken cancellationToken)
    {
        if (EventRules(ambito).FirstOrDefault(rule => rule.Id == happened.Deadline) is not { } rule
            || ambito.FindSender(happened.Body) is not { } body || !ambito.Owes(body, rule))
        {
            return new Reply<IReadOnlyList<Obligation>>.NotFound();
        }

        DateOnly today = RomeTime.Today(time);
        if (Math.Abs(happened.Day.DayNumber - today.DayNumber) > MostDaysAway)
        {
            return new Reply<IReadOnlyList<Obligation>>.Refused(
                [new Mistake("giorno", "Il giorno («giorno») dista più di dieci anni da oggi.")]);
        }

        await decisions.AppendAsync(
            ambito.Code, DutyDecision.Of(happened with { Body = body.Code }), cancellationToken);
        deadlines.Forget(ambito);
        Obligations calendar = await deadlines.CalendarAsync(ambito, today, cancellationToken);
        return new Reply<IReadOnlyList<Obligation>>.Done(
            calendar.Find(rule.Id, Period.Parse(IsoDay.Text(happened.Day)), body.Code) is { } owed ? [owed] : [],
            IsNew: true);
    }

    /// <summary>The deadlines that count from an event.</summary>
    public static IEnumerable<DeadlineRule> EventRules(Ambito ambito) =>
        ambito.Deadlines.Where(rule => rule.Due is DueRule.DaysAfterEvent);

    private static Reply<Obligation>.Refused Refused(string path, string message) => new([new Mistake(path, message)]);
}
