using PianoZona.Contracts.Calendar;

namespace PianoZona.Contracts.Configuration;

/// <summary>A recurring duty with its dates (docs/specifica/scadenze.md).</summary>
/// <param name="Id">Id, e.g. <c>spesa-sociale</c>.</param>
/// <param name="Flow">The flow that fulfils it; null when no file does.</param>
/// <param name="Due">When it is due.</param>
/// <param name="From">First period year it holds for; null = any.</param>
/// <param name="Audience">The kind of sender it is due from.</param>
/// <param name="Offsets">Days before (negative) and after the date on which to remind.</param>
/// <param name="RollForward">A date on a non-working day moves to the next working day.</param>
/// <param name="Soft">Indicative only.</param>
public sealed record DeadlineRule(
    string Id,
    string? Flow,
    DueRule Due,
    int? From,
    SenderKind Audience,
    IReadOnlyList<int> Offsets,
    bool RollForward,
    bool Soft)
{
    /// <summary>Days on which to remind unless a rule says otherwise: 30, 15, 7 and 1 before, 1 and 7 after.</summary>
    public static IReadOnlyList<int> DefaultOffsets { get; } = [-30, -15, -7, -1, 1, 7];

    /// <summary>Code of the group that it is due from; null = from all of its audience.</summary>
    public string? Group { get; init; }

    /// <summary>Last period year it holds for; null = it has no end.</summary>
    public int? To { get; init; }

    /// <summary>What is due, in Italian, for who is reminded; null when the document does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Where the duty comes from (law, plan, notice); null when the document does not say.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it holds for the periods of a year.</summary>
    public bool HoldsFor(int year) => (From is null || From <= year) && (To is null || year <= To);

    /// <summary>
    /// The day of the rule in a period; null when it has none. What is due once is about one period only.
    /// </summary>
    public DateOnly? DayIn(Period period)
    {
        bool holds = Due is DueRule.Once once
            ? period.Kind == PeriodKinds.Year && period.Year == (From ?? once.Date.Year)
            : HoldsFor(period.Year);
        return holds ? Due.On(period) : null;
    }

    /// <summary>
    /// The last day on which a body is on time: the day itself or, for a duty that rolls forward, its next working day.
    /// </summary>
    /// <param name="due">The day by the calendar.</param>
    /// <param name="body">Who owes it: its patron saint is no working day.</param>
    public DateOnly OnTimeUntil(DateOnly due, Sender body) => RollForward ? WorkingDays.Of(body).OnOrAfter(due) : due;
}
