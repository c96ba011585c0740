using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Reconciliation;

/// <summary>Who is expected to send a flow for a period, and by when.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Period">The period.</param>
/// <param name="Audience">The kind of sender it is expected from.</param>
/// <param name="Due">The day, if a deadline gives one.</param>
/// <param name="Senders">The senders of that kind.</param>
internal sealed record Expectation(string Flow, Period Period, SenderKind Audience, DateOnly? Due, IReadOnlyList<Sender> Senders)
{
    /// <summary>What is expected for a period: as the deadlines of the flow say, else as its settings say, else nothing.</summary>
    public static IEnumerable<Expectation> Of(Ambito ambito, string flow, Period period, DeadlineMoves moves)
    {
        DeadlineRule[] rules = [.. ambito.Deadlines.Where(rule => string.Equals(rule.Flow, flow, StringComparison.Ordinal))];
        (SenderKind Audience, DateOnly? Due)[] expected = [.. rules.Select(rule => (rule.Audience, DueOf(rule, period, moves)))];

        // Where some deadlines are about this very period, the others are not.
        if (expected.Any(one => one.Due is not null))
        {
            expected = [.. expected.Where(one => one.Due is not null)];
        }
        else if (rules.Length == 0 && ambito.SettingsOf(flow).Senders is { } kind)
        {
            expected = [(kind, null)];
        }

        return expected
            .GroupBy(one => one.Audience)
            .Select(group => For(ambito, flow, period, group.Key, group.Min(one => one.Due)));
    }

    /// <summary>What was due before today by the Ambito's own deadlines, from the first period that each holds for.</summary>
    public static IEnumerable<Expectation> PastDue(Ambito ambito, DateOnly today, DeadlineMoves moves) => ambito.DeadlinesAreBuiltIn ? [] : ambito.Deadlines
        .Where(rule => rule is { Flow: not null, From: not null })
        .SelectMany(rule => DueDates.Past(rule.Due, rule.From!.Value, today)
            .Select(past => For(ambito, rule.Flow!, past.Period, rule.Audience, moves.ForAll(rule.Id, past.Period)?.Date ?? past.Due))
            .Where(expectation => expectation.Due < today))
        .Where(expectation => expectation.Senders.Count > 0 && IsSentFor(expectation.Flow, expectation.Period))
        .DistinctBy(expectation => (expectation.Flow, expectation.Period, expectation.Audience));

    /// <summary>Whether a sender has sent itself, or somebody has sent its figures.</summary>
    public static bool Covers(IEnumerable<CurrentUpload> uploads, Sender sender) => uploads.Any(upload =>
        string.Equals(upload.Slot.Sender, sender.Code, StringComparison.Ordinal) || upload.Bodies.Contains(sender.Code, StringComparer.Ordinal));

    /// <summary>Whether at least one of the expected has sent.</summary>
    public bool IsBegun(IEnumerable<CurrentUpload> uploads) => Senders.Any(sender => Covers(uploads, sender));

    /// <summary>The day for one sender, which may have one of its own.</summary>
    public DateOnly? DueFor(Ambito ambito, Sender sender, DeadlineMoves moves) => ambito.Deadlines
        .Where(rule => rule.Flow == Flow && rule.Audience == sender.Kind)
        .Select(rule => moves.For(rule.Id, Period, sender.Code)?.Date)
        .Append(Due)
        .FirstOrDefault(day => day is not null);

    // A duty that falls once is about the period of its first year only.
    private static DateOnly? DueOf(DeadlineRule rule, Period period, DeadlineMoves moves)
    {
        bool holds = rule.Due is DueRule.Once ? rule.From == period.Year : rule.From is null || rule.From <= period.Year;
        return holds && DueDates.For(rule.Due, period) is { } due ? moves.ForAll(rule.Id, period)?.Date ?? due : null;
    }

    private static bool IsSentFor(string flow, Period period) => FlowCatalogue.Find(flow) is { } schema && schema.Periods.HasFlag(period.Kind);

    private static Expectation For(Ambito ambito, string flow, Period period, SenderKind audience, DateOnly? due) =>
        new(flow, period, audience, due, [.. ambito.Senders.Where(sender => sender.Kind == audience)]);
}
