using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Planning;

/// <summary>
/// Who is to be reminded of what on a day. Pure: the same day, uploads and history give the same plan.
/// </summary>
/// <param name="Digests">One for each recipient, by address.</param>
/// <param name="Unreachable">
/// Obligations of which nobody can be told: neither the body nor the Ufficio di Piano has an address.
/// </param>
public sealed record ReminderPlan(IReadOnlyList<ReminderDigest> Digests, IReadOnlyList<Obligation> Unreachable)
{
    private HashSet<(
        string Deadline,
        string Period,
        string Body,
        DateOnly? MovedTo,
        string? Fund
    )> Open { get; init; } = [];

    /// <summary>Whether what a reminder is about is still to be done, by the day that it states.</summary>
    public bool IsOpen(Reminder reminder) =>
        Open.Contains((reminder.Deadline, reminder.Period, reminder.Body, reminder.MovedTo, reminder.Fund));

    /// <summary>The plan of a day.</summary>
    /// <param name="ambito">Deadlines, senders and their contacts.</param>
    /// <param name="moves">The days that deadlines were moved to.</param>
    /// <param name="current">Every accepted upload in force in the Ambito.</param>
    /// <param name="events">What happened, for the duties that count from an event.</param>
    /// <param name="sent">What was sent, or is being sent, before.</param>
    /// <param name="today">
    /// The day in Italy. On a day that is not a working day of a recipient nothing goes to it: the next one makes up
    /// for it.
    /// </param>
    public static ReminderPlan For(
        Ambito ambito,
        DeadlineMoves moves,
        IEnumerable<CurrentUpload> current,
        IEnumerable<DutyEvent> events,
        IReadOnlySet<ReminderKey> sent,
        DateOnly today)
    {
        (DateOnly first, DateOnly last) = ReminderSteps.Stretch(ambito.Deadlines, today);
        AddressBook addresses = new(ambito);
        List<(Addressee To, Reminder Reminder)> due = [];
        List<Obligation> unreachable = [];
        Obligations calendar = new(ambito, moves, current, today, events);
        Obligation[] open = [.. calendar.Between(first, last).Where(obligation => obligation.IsOpen)];
        foreach (Obligation obligation in open)
        {
            if (ReminderSteps.LatestOf(obligation, today) is not { } step)
            {
                continue;
            }

            IReadOnlyList<Addressee> addressees = addresses.For(obligation, step);
            due.AddRange(addressees.Select(to => (to, Remind(obligation, step, to.Reason))));
            if (addressees.Count == 0)
            {
                unreachable.Add(obligation);
            }
        }

        IEnumerable<ReminderDigest> digests = due
            .Where(one => WorkingDays.Of(one.To.Owner).Include(today) && !sent.Contains(KeyOf(one.To, one.Reminder)))
            .GroupBy(one => one.To.Address, StringComparer.Ordinal)
            .Select(group => Digest(ambito, group.Key, [.. group], today))
            .OrderBy(digest => digest.Recipient, StringComparer.Ordinal);
        return new ReminderPlan([.. digests], unreachable)
        {
            Open = [.. open.Select(one => (one.Rule.Id, one.Period.Text, one.Body.Code, one.Move?.Date, one.Fund))],
        };
    }

    private static ReminderKey KeyOf(Addressee to, Reminder one) =>
        new(one.Deadline, one.Period, one.Body, to.Address, one.Step, one.MovedTo, one.Fund);

    internal static Reminder Remind(Obligation obligation, int step, ReminderReason reason) =>
        new(
            obligation.Rule.Id,
            obligation.Title,
            obligation.Period.Text,
            obligation.Body.Code,
            obligation.Body.Name,
            obligation.OnTimeUntil,
            step,
            reason,
            obligation.Rule.Flow)
        {
            MovedTo = obligation.Move?.Date,
            Fund = obligation.Fund,
            IsIndicative = !obligation.IsStrict,
        };

    private static ReminderDigest Digest(
        Ambito ambito, string address, IReadOnlyList<(Addressee To, Reminder Reminder)> group, DateOnly today) =>
        new(
            ambito.Code,
            ambito.Name,
            today,
            address,
            AddressBook.NameOf(group.Select(one => one.To.Owner)),
            [
                .. group
                    .Select(one => one.Reminder)
                    .DistinctBy(one => (one.Deadline, one.Period, one.Body, one.Fund, one.Step))
                    .OrderBy(one => one.OnTimeUntil)
                    .ThenBy(one => one.Deadline, StringComparer.Ordinal)
                    .ThenBy(one => one.Period, StringComparer.Ordinal)
                    .ThenBy(one => one.Body, StringComparer.Ordinal)
                    .ThenBy(one => one.Fund, StringComparer.Ordinal),
            ]);
}
