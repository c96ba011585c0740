using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Calendar;

/// <summary>
/// The calendar of an Ambito on a day: who owes what, from when, until when, and where it stands. The one place that
/// knows: discrepancies, periods, deadlines, mails and the checks of a file ask it, so the same question has the same
/// answer everywhere.
/// </summary>
/// <remarks>
/// <para>Deadlines of flows that the hub does not receive are left out: nobody could fulfil them here.</para>
/// <para>
/// What is past is asked for, and is then overdue, or past its indicative day, until it is done, however long ago it
/// was due: with a deadline that has <c>from</c>, since that year; with another, since a year before the Ambito's first
/// file came, or since that day where the deadlines are those of the built-in catalogue, which nobody stated. What was
/// due before may have been done elsewhere: it is asked for only where somebody has sent that flow and period, or staff
/// has moved that day. Until a first file comes, today stands for its day: who starts is not asked for decades.
/// </para>
/// <para>
/// The ledger tells of the upload in force only, so a correction that comes after the day makes a duty done late.
/// </para>
/// </remarks>
public sealed class Obligations
{
    private readonly Ambito ambito;
    private readonly DeadlineMoves moves;
    private readonly Acceptances accepted;
    private readonly ILookup<SenderKind, Sender> senders;
    private readonly IReadOnlyList<DutyEvent> events;
    private readonly DateOnly today;
    private readonly DateOnly begins;
    private readonly Lazy<IReadOnlyList<Obligation>> open;

    /// <summary>The calendar as it stands.</summary>
    /// <param name="ambito">Deadlines, settings of flows and senders.</param>
    /// <param name="moves">The days that deadlines were moved to, for all, for one body or for one fund.</param>
    /// <param name="current">Every accepted upload in force in the Ambito, those of agencies included.</param>
    /// <param name="today">Today in Italy.</param>
    /// <param name="events">What happened, for the duties that count from an event; null = nothing.</param>
    public Obligations(
        Ambito ambito, DeadlineMoves moves, IEnumerable<CurrentUpload> current, DateOnly today,
        IEnumerable<DutyEvent>? events = null)
    {
        (this.ambito, this.moves, this.today) = (ambito, moves, today);
        accepted = new Acceptances(ambito, current);
        senders = ambito.Senders.ToLookup(sender => sender.Kind);
        this.events = [.. (events ?? []).Concat(DutyEvents.Of(ambito, moves, accepted)).Distinct()];
        DateOnly firstFile = accepted.FirstDay is { } day && day < today ? day : today;
        begins = firstFile.AddYears(ambito.DeadlinesAreBuiltIn ? 0 : -1);
        open = new Lazy<IReadOnlyList<Obligation>>(() => [.. ListOpen()]);
    }

    /// <summary>What can be done today and is not done: awaited or overdue, however long ago it was due.</summary>
    public IReadOnlyList<Obligation> Open => open.Value;

    /// <summary>What is overdue, however long ago it was due. A part of <see cref="Open"/>.</summary>
    public IEnumerable<Obligation> Late => Open.Where(one => one.State == ObligationState.Overdue);

    /// <summary>
    /// What is past a day that makes nobody late, however long ago it was. A part of <see cref="Open"/>.
    /// </summary>
    public IEnumerable<Obligation> PastIndicative =>
        Open.Where(one => one.State == ObligationState.PastIndicative);

    /// <summary>
    /// The flows and periods of which something was accepted, or a file is awaited or overdue, in order.
    /// </summary>
    public IEnumerable<(string Flow, Period Period)> Collections => accepted.Slots
        .Concat(Open.Where(one => one.Rule.Flow is not null)
            .Select(one => (Flow: one.Rule.Flow!, Period: one.Period.Text)))
        .Distinct()
        .OrderBy(one => one.Flow, StringComparer.Ordinal)
        .ThenBy(one => one.Period, StringComparer.Ordinal)
        .Select(one => (one.Flow, Period.Parse(one.Period)));

    /// <summary>What a body is asked for in the coming year and cannot do yet, by its day.</summary>
    public IEnumerable<Obligation> NextOf(Sender body) => Between(today, today.AddYears(1))
        .Where(one => one.Body.Code == body.Code && one.State == ObligationState.NotOpen)
        .OrderBy(one => one.OnTimeUntil)
        .ThenBy(one => one.Rule.Id, StringComparer.Ordinal);

    /// <summary>The obligations whose day falls in a stretch of days, whatever their state.</summary>
    /// <param name="first">First day of the stretch.</param>
    /// <param name="last">Last day, included.</param>
    public IReadOnlyList<Obligation> Between(DateOnly first, DateOnly last) =>
    [
        .. ambito.Deadlines.Where(IsReceived)
            .SelectMany(rule => Occurrences(rule, DueDates.Between(rule.Due, rule.From, rule.To, first, last)))
            .Concat(OfEvents())
            .Where(one => one.Due >= first && one.Due <= last),
    ];

    /// <summary>
    /// The obligations of one occurrence of a deadline, of every body that owes it; none when the deadline has no such
    /// occurrence.
    /// </summary>
    /// <param name="deadline">Id of the deadline.</param>
    public IReadOnlyList<Obligation> OfOccurrence(string deadline, Period period) =>
        ambito.Deadlines.FirstOrDefault(rule => rule.Id == deadline) is { } rule
        && IsReceived(rule) && rule.DayIn(period) is { } due ? [.. OfOccurrence(rule, period, due)] : [];

    /// <summary>
    /// The files expected of a flow and period, one for each body: as its deadlines for that period say; where it has
    /// deadlines for periods of another length only, from the same bodies without a day; where it has none, as its
    /// settings say. What a deadline does not hold for yet is expected of nobody; nor is what is past and not asked
    /// for, but of those who have sent it.
    /// </summary>
    public IReadOnlyList<ExpectedFile> FilesOf(string flow, Period period)
    {
        DeadlineRule[] rules = [.. ambito.Deadlines.Where(rule => rule.Flow == flow)];
        DeadlineRule[] about = [.. rules.Where(rule => rule.DayIn(period) is not null)];
        if (about.Length == 0 && period.First == period.Last
            && Array.Exists(rules, rule => rule.Due is DueRule.DaysAfterEvent))
        {
            return FilesOfEvent(flow, period);
        }

        IEnumerable<Sender> bodies = rules.Length > 0
            ? (about.Length > 0 ? about : rules.Where(rule => rule.Due.On(period) is null))
                .SelectMany(rule => Owing(rule, period))
            : ambito.Senders.Where(sender => sender.Kind == ambito.SettingsOf(flow, sender.Code).Senders);
        return
        [
            .. from body in bodies.DistinctBy(body => body.Code, StringComparer.Ordinal)
               where body.IsThereIn(period) || accepted.Cover(flow, period, body)
               let duties = OwedBy(body, about, period).ToArray()
               let file = new ExpectedFile(flow, period, body, accepted.Cover(flow, period, body), duties)
               where file.IsSent || duties.Length == 0 || duties.Any(duty => duty.State != ObligationState.Unknown)
               select file,
        ];
    }

    // What happened on a day is asked only of whom it happened to.
    private IReadOnlyList<ExpectedFile> FilesOfEvent(string flow, Period day) =>
    [
        .. OfEvents().Where(one => one.Rule.Flow == flow && one.Period == day)
            .GroupBy(one => one.Body.Code, StringComparer.Ordinal)
            .Select(owed => new ExpectedFile(
                flow, day, owed.First().Body, accepted.Cover(flow, day, owed.First().Body), [.. owed])),
    ];

    /// <summary>What a body owes by a file of a flow and period; none when no deadline is about it.</summary>
    public IReadOnlyList<Obligation> OwedBy(Sender body, string flow, Period period) =>
        [.. OwedBy(body, ambito.Deadlines.Where(rule => rule.Flow == flow && rule.DayIn(period) is not null), period)];

    /// <summary>
    /// The last day on which a file is in time for everything that its sender owes by it; null when it cannot be late.
    /// Of several days the last, that of a single fund included: a false alarm is worse than none.
    /// </summary>
    public DateOnly? TermOf(Sender body, string flow, Period period) =>
        LastStrict(OwedBy(body, flow, period));

    /// <summary>
    /// The deadline by which what happens to a body is to be told in a flow: one for such bodies, else one for any;
    /// null when the Ambito has none.
    /// </summary>
    public DeadlineRule? EventRuleOf(string flow, Sender body) => ambito.Deadlines
        .Where(rule => rule.Flow == flow && rule.Due is DueRule.DaysAfterEvent)
        .Where(rule => rule.Group is null || ambito.Owes(body, rule))
        .OrderByDescending(rule => rule.Group is not null)
        .ThenByDescending(rule => rule.Audience == body.Kind)
        .FirstOrDefault();

    /// <summary>
    /// The last day on which what happened to a body on a day is told in time; null when it cannot be late.
    /// </summary>
    /// <exception cref="InvalidCastException">The deadline counts from no event.</exception>
    public DateOnly? TermOf(DeadlineRule rule, Sender body, DateOnly happened) =>
        LastStrict(OfEvent(rule, body, happened));

    /// <summary>The groups of a body in a period, by name: whom a file of one of them says nothing of.</summary>
    public IReadOnlyList<string> GroupsOf(Sender body, Period period) =>
        [.. ambito.GroupsIn(body, period).Select(group => ambito.FindGroup(group)?.Name ?? group)];

    /// <summary>The uploads in force of a flow and period.</summary>
    public IEnumerable<CurrentUpload> UploadsOf(string flow, Period period) => accepted.Of(flow, period);

    /// <summary>Every upload in force that the calendar knows of.</summary>
    public IEnumerable<CurrentUpload> InForce => accepted.All;

    /// <summary>The upload in force in the place of a receipt; null when there is none.</summary>
    public CurrentUpload? InForceOf(ReceiptId receipt) =>
        Period.TryParse(receipt.Period, out Period? period)
            ? accepted.Of(receipt.Flow, period).FirstOrDefault(one => one.Slot.Sender == ambito.PlaceOf(receipt.Sender))
            : null;

    /// <summary>
    /// The day from which what a file holds waits as an amendment; null when its collection is not closed.
    /// </summary>
    /// <param name="slot">The place of the file.</param>
    /// <param name="bodies">
    /// Whose figures it holds: one of them that is closed closes it, since a file is taken whole.
    /// </param>
    /// <param name="funds">
    /// The funds whose figures it brings or changes: one of them that is closed closes it. None = those of no fund.
    /// </param>
    public DateOnly? LockOf(UploadSlot slot, IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> funds) =>
        moves.Any ? LockOf(slot.Flow, Period.Parse(slot.Period), [.. bodies, slot.Sender], funds) : null;

    private DateOnly? LockOf(string flow, Period period, string[] bodies, IReadOnlyCollection<string> funds) =>
        (from rule in ambito.Deadlines
         where rule.Flow == flow
         from body in bodies.Distinct(StringComparer.Ordinal)
         where ambito.FindSender(body) is { } sender && ambito.Owes(sender, rule, period)
         from fund in funds.DefaultIfEmpty()
         select moves.LockOf(rule.Id, period, body, fund)).Min();

    // What can be open: of a deadline with a first year everything since then; of another what was due since the Ambito
    // began, what somebody has sent, and what was moved.
    private IEnumerable<Obligation> ListOpen() => ambito.Deadlines.Where(IsReceived)
        .SelectMany(rule => Occurrences(rule, Since(rule).TakeWhile(one => one.Period.First <= today)))
        .Concat(OfEvents())
        .Where(one => one.IsOpen);

    private IEnumerable<(Period Period, DateOnly Due)> Since(DeadlineRule rule) => DueDates.Between(
        rule.Due,
        rule.From,
        rule.To,
        rule.From is null ? begins.AddDays(-WorkingDays.MostRolled) : DateOnly.MinValue,
        DateOnly.MaxValue);

    // Those of the calendar, those that have begun, and those that were moved, wherever they were before.
    private IEnumerable<Obligation> Occurrences(
        DeadlineRule rule, IEnumerable<(Period Period, DateOnly Due)> regular) =>
        from one in regular.Concat(Known(rule)).DistinctBy(one => one.Period.Text, StringComparer.Ordinal)
        where rule.Flow is null || FlowCatalogue.Find(rule.Flow)!.Periods.HasFlag(one.Period.Kind)
        from obligation in OfOccurrence(rule, one.Period, one.Due)
        select obligation;

    private IEnumerable<(Period Period, DateOnly Due)> Known(DeadlineRule rule) =>
        from period in moves.InForce.Where(move => move.Deadline == rule.Id).Select(move => Period.Parse(move.Period))
            .Concat(rule.Flow is null ? [] : accepted.BegunPeriods(rule.Flow, rule.Audience))
        let due = rule.DayIn(period)
        where due is not null
        select (period, due.Value);

    private IEnumerable<Obligation> OfOccurrence(DeadlineRule rule, Period period, DateOnly due) =>
        Owing(rule, period).Where(body => body.IsThereIn(period)).SelectMany(body => For(rule, period, body, due));

    private IEnumerable<Obligation> OwedBy(Sender body, IEnumerable<DeadlineRule> rules, Period period) => rules
        .Where(rule => ambito.Owes(body, rule, period) && body.IsThereIn(period))
        .SelectMany(rule => For(rule, period, body, rule.DayIn(period)!.Value));

    private IEnumerable<Obligation> OfEvents() =>
        from happened in events
        from rule in ambito.Deadlines
        where rule.Id == happened.Deadline && IsReceived(rule) && rule.Due is DueRule.DaysAfterEvent
            && rule.HoldsFor(happened.Day.Year)
        from body in Owing(rule, DayOf(happened.Day)).Where(body => body.Code == happened.Body)
        from obligation in OfEvent(rule, body, happened.Day)
        select obligation;

    private IEnumerable<Obligation> OfEvent(DeadlineRule rule, Sender body, DateOnly happened) => For(
        rule, DayOf(happened), body, ((DueRule.DaysAfterEvent)rule.Due).After(happened));

    /// <summary>What a body owes for one occurrence, or for one event; null when it owes nothing.</summary>
    /// <param name="deadline">Id of the deadline.</param>
    /// <param name="period">The period, or the day of the event.</param>
    /// <param name="body">Code of the body.</param>
    public Obligation? Find(string deadline, Period period, string body) => OfOccurrence(deadline, period)
        .Concat(OfEvents().Where(one => one.Rule.Id == deadline && one.Period == period))
        .FirstOrDefault(one => one.Body.Code == body && one.Fund is null);

    // What is owed of the whole file, then what is owed later of single funds.
    private IEnumerable<Obligation> For(DeadlineRule rule, Period period, Sender body, DateOnly due)
    {
        DeadlineMove? move = moves.For(rule.Id, period, body.Code);
        return moves.ForFunds(rule.Id, period, body.Code, move?.Date ?? due).Prepend(move).Select(one =>
        {
            DateOnly day = one?.Date ?? due;
            bool isWithin = due <= period.Last || day <= period.Last;
            Obligation owed = new(
                ambito.Code, rule, period, body,
                IsKnownBefore(rule) ? period.First.AddDays(rule.Offsets.Append(0).Min())
                    : isWithin ? period.First : period.Last.AddDays(1),
                day, rule.OnTimeUntil(day, body), ObligationState.NotOpen)
            {
                Move = one,
                Done = rule.Flow is null ? moves.Records.Find(rule.Id, period, body.Code) : null,
                IsStrict = !rule.Soft && (move is not null || !ambito.DeadlinesAreBuiltIn),
            };
            return owed with { State = StateOf(owed) };
        });
    }

    // The end of a contract is known before it comes, and done before.
    private static bool IsKnownBefore(DeadlineRule rule) => rule is { Flow: null, Due: DueRule.DaysAfterEvent };

    private ObligationState StateOf(Obligation one) =>
        DayDone(one) is { } done
            ? one.IsStrict && done > one.OnTimeUntil ? ObligationState.DoneLate : ObligationState.DoneOnTime
        : today < one.Opens ? ObligationState.NotOpen
        : today <= one.OnTimeUntil ? ObligationState.Awaited
        : !IsAskedFor(one) ? ObligationState.Unknown
        : one.IsStrict ? ObligationState.Overdue
        : ObligationState.PastIndicative;

    private DateOnly? DayDone(Obligation one) => one.Done?.Date
        ?? (one.Rule.Flow is { } flow ? accepted.FirstDayOf(flow, one.Period, one.Body, one.Fund) : null);

    private bool IsAskedFor(Obligation past) => past.Rule.Due is DueRule.DaysAfterEvent
        || (past.Rule.Flow is { } flow
            ? past.Rule.From is not null || past.Move is not null || past.OnTimeUntil >= begins
                || accepted.HaveBegun(flow, past.Period, past.Body)
            : moves.Records.KeptSince(past.Rule.Id) <= past.Period.First);

    private static DateOnly? LastStrict(IEnumerable<Obligation> owed) =>
        owed.Where(one => one.IsStrict).Max(one => (DateOnly?)one.OnTimeUntil);

    private IEnumerable<Sender> Owing(DeadlineRule rule, Period period) =>
        senders[rule.Audience].Where(body => ambito.Owes(body, rule, period));

    private static Period DayOf(DateOnly happened) => Period.Parse(IsoDay.Text(happened));

    private static bool IsReceived(DeadlineRule rule) => rule.Flow is null || FlowCatalogue.Find(rule.Flow) is not null;
}
