namespace PianoZona.Contracts.Configuration;

/// <summary>A duty that no file fulfils and that staff marked as done, with the act that proves it.</summary>
/// <param name="Deadline">Id of the deadline.</param>
/// <param name="Period">The period's text form; of a duty that counts from an event its day.</param>
/// <param name="Body">Code of the body that did it.</param>
/// <param name="Act">The act, as the reader finds it; null = it was not done after all.</param>
/// <param name="Date">Day of the act: whether it was on time goes by it.</param>
/// <param name="By">Who marked it, as decisions keep it.</param>
/// <param name="At">When.</param>
public sealed record DutyDone(
    string Deadline, string Period, string Body, string? Act, DateOnly Date, string By, DateTimeOffset At);

/// <summary>Something that happened, as staff recorded it, and from which a duty counts.</summary>
/// <param name="Deadline">Id of the deadline.</param>
/// <param name="Body">Code of the body that it happened to.</param>
/// <param name="Day">When; it may be to come (the end of a contract).</param>
/// <param name="Reason">What happened; null = it did not happen after all.</param>
/// <param name="By">Who recorded it, as decisions keep it.</param>
/// <param name="At">When they did.</param>
public sealed record RecordedEvent(
    string Deadline, string Body, DateOnly Day, string? Reason, string By, DateTimeOffset At);

/// <summary>What staff recorded of duties: of several decisions about the same the last one counts.</summary>
public sealed class DutyRecords
{
    private readonly Dictionary<(string Deadline, string Period, string Body), DutyDone> done;
    private readonly Dictionary<string, DateOnly> first;

    /// <summary>All that was decided, in any order.</summary>
    public DutyRecords(IEnumerable<DutyDone> marked, IEnumerable<RecordedEvent> happened)
    {
        done = marked.GroupBy(one => (one.Deadline, one.Period, one.Body))
            .Select(group => group.OrderBy(one => one.At).Last())
            .Where(one => one.Act is not null)
            .ToDictionary(one => (one.Deadline, one.Period, one.Body));
        first = done.Values.GroupBy(one => one.Deadline, StringComparer.Ordinal).ToDictionary(
            group => group.Key, group => group.Min(one => Contracts.Period.Parse(one.Period).First),
            StringComparer.Ordinal);
        Events =
        [
            .. happened.GroupBy(one => (one.Deadline, one.Body, one.Day))
                .Select(group => group.OrderBy(one => one.At).Last())
                .Where(one => one.Reason is not null)
                .OrderBy(one => one.Deadline, StringComparer.Ordinal)
                .ThenBy(one => one.Day)
                .ThenBy(one => one.Body, StringComparer.Ordinal),
        ];
    }

    /// <summary>Nothing was recorded.</summary>
    public static DutyRecords None { get; } = new([], []);

    /// <summary>What happened.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; }

    /// <summary>Who did a duty, and by which act; null = it is not marked.</summary>
    public DutyDone? Find(string deadline, Period period, string body) =>
        done.GetValueOrDefault((deadline, period.Text, body));

    /// <summary>
    /// First day of the first period for which a duty is marked: since then it is kept here, and who has not done it is
    /// asked for it; null = it never was.
    /// </summary>
    public DateOnly? KeptSince(string deadline) =>
        first.TryGetValue(deadline, out DateOnly day) ? day : null;
}
