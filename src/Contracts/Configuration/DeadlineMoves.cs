using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Configuration;

/// <summary>
/// Another day for one occurrence of a deadline, as staff decided: for all, or for one body (a proroga).
/// </summary>
/// <param name="Deadline">Id of the deadline.</param>
/// <param name="Period">The period's text form.</param>
/// <param name="Body">Code of the body it is for; null = for all.</param>
/// <param name="Date">The new day; null = the day of the rule again.</param>
/// <param name="Locks">The day from which what comes waits as an amendment; null = none.</param>
/// <param name="Reason">Why, in words for those it concerns.</param>
/// <param name="GrantedBy">Who granted it (Region, Ministry, Assembly), if not the Ufficio di Piano itself.</param>
/// <param name="By">Who decided, as decisions keep it.</param>
/// <param name="At">When.</param>
public sealed record DeadlineMove(
    string Deadline,
    string Period,
    string? Body,
    DateOnly? Date,
    DateOnly? Locks,
    string Reason,
    string? GrantedBy,
    string By,
    DateTimeOffset At)
{
    /// <summary>Code of the fund whose figures alone it is for; null = the whole file.</summary>
    public string? Fund { get; init; }
}

/// <summary>The days that deadlines were moved to, as they are in force.</summary>
public sealed class DeadlineMoves
{
    private readonly Dictionary<(string Deadline, string Period, string? Body, string? Fund), DeadlineMove> last;

    /// <summary>
    /// What was decided. Of several decisions about the same the last one counts; one without a day undoes those
    /// before.
    /// </summary>
    /// <param name="decided">All decisions, in the order they were taken.</param>
    public DeadlineMoves(IEnumerable<DeadlineMove> decided)
    {
        last = decided
            .GroupBy(move => (move.Deadline, move.Period, move.Body, move.Fund))
            .ToDictionary(group => group.Key, group => group.OrderBy(move => move.At).Last());
    }

    /// <summary>No deadline was moved.</summary>
    public static DeadlineMoves None { get; } = new([]);

    /// <summary>What staff recorded of duties, beside the days that they moved.</summary>
    public DutyRecords Records { get; init; } = DutyRecords.None;

    /// <summary>Whether anything was decided.</summary>
    public bool Any => last.Count > 0;

    /// <summary>The moves in force, by deadline, period, body and fund.</summary>
    public IEnumerable<DeadlineMove> InForce => last.Values
        .Where(move => move.Date is not null)
        .OrderBy(move => move.Deadline, StringComparer.Ordinal)
        .ThenBy(move => move.Period, StringComparer.Ordinal)
        .ThenBy(move => move.Body, StringComparer.Ordinal)
        .ThenBy(move => move.Fund, StringComparer.Ordinal);

    /// <summary>
    /// The move that holds for a body: of its own and that for all, the one that gives more time. Null when there is
    /// none.
    /// </summary>
    /// <param name="deadline">Id of the deadline.</param>
    /// <param name="fund">Of the moves for this fund's figures alone; null = of those for the whole file.</param>
    public DeadlineMove? For(string deadline, Period period, string body, string? fund = null)
    {
        DeadlineMove? own = Find(deadline, period, body, fund);
        DeadlineMove? general = Find(deadline, period, body: null, fund);
        return own is null || general?.Date > own.Date ? general : own;
    }

    /// <summary>
    /// The moves for the figures of one fund that hold for a body and give them more time than the rest of the file
    /// has, by fund.
    /// </summary>
    /// <param name="deadline">Id of the deadline.</param>
    /// <param name="due">The day that the rest of the file has.</param>
    public IEnumerable<DeadlineMove> ForFunds(string deadline, Period period, string body, DateOnly due) =>
        last
            .Keys.Where(key =>
                key.Deadline == deadline
                && key.Period == period.Text
                && key.Fund is not null
                && (key.Body ?? body) == body)
            .Select(key => key.Fund)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(fund => For(deadline, period, body, fund))
            .OfType<DeadlineMove>()
            .Where(move => move.Date > due);

    /// <summary>Whether a flow and period have a move for the figures of one fund alone.</summary>
    public bool AreByFund(Ambito ambito, UploadSlot slot) =>
        last.Keys.Any(key =>
            key.Fund is not null
            && key.Period == slot.Period
            && ambito.Deadlines.Any(rule => rule.Id == key.Deadline && rule.Flow == slot.Flow));

    /// <summary>
    /// The day from which what comes waits, of a body and the figures of one fund; null when none was stated.
    /// </summary>
    /// <param name="deadline">Id of the deadline.</param>
    /// <param name="fund">The fund; null = the figures of no fund.</param>
    public DateOnly? LockOf(string deadline, Period period, string body, string? fund)
    {
        // More time for a fund opens what is closed for the others: until its own lock, if it has one.
        DeadlineMove? whole = For(deadline, period, body);
        return
            fund is not null && For(deadline, period, body, fund) is { } own && (whole is null || own.Date > whole.Date)
            ? own.Locks
            : whole?.Locks;
    }

    private DeadlineMove? Find(string deadline, Period period, string? body, string? fund) =>
        last.GetValueOrDefault((deadline, period.Text, body, fund)) is { Date: not null } move ? move : null;
}
