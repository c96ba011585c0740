using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Configuration;

/// <summary>Another day for one occurrence of a deadline, as staff decided: for all, or for one body (a proroga).</summary>
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
    string Deadline, string Period, string? Body, DateOnly? Date, DateOnly? Locks, string Reason, string? GrantedBy, string By, DateTimeOffset At)
{
    /// <summary>Code of the fund whose figures alone it is for; null = the whole file.</summary>
    public string? Fund { get; init; }
}

/// <summary>The days that deadlines were moved to, as they are in force.</summary>
public sealed class DeadlineMoves
{
    private readonly Dictionary<(string Deadline, string Period, string? Body, string? Fund), DeadlineMove> last;

    /// <summary>What was decided. Of several decisions about the same the last one counts; one without a day undoes those before.</summary>
    /// <param name="decided">All decisions, in the order they were taken.</param>
    public DeadlineMoves(IEnumerable<DeadlineMove> decided)
    {
        last = decided
            .GroupBy(move => (move.Deadline, move.Period, move.Body, move.Fund))
            .ToDictionary(group => group.Key, group => group.OrderBy(move => move.At).Last());
    }

    /// <summary>No deadline was moved.</summary>
    public static DeadlineMoves None { get; } = new([]);

    /// <summary>The moves in force, by deadline, period, body and fund.</summary>
    public IEnumerable<DeadlineMove> InForce => last.Values
        .Where(move => move.Date is not null)
        .OrderBy(move => move.Deadline, StringComparer.Ordinal)
        .ThenBy(move => move.Period, StringComparer.Ordinal)
        .ThenBy(move => move.Body, StringComparer.Ordinal)
        .ThenBy(move => move.Fund, StringComparer.Ordinal);

    /// <summary>The move that holds for a body: of its own and that for all, the one that gives more time. Null when there is none.</summary>
    /// <param name="deadline">Id of the deadline.</param>
    /// <param name="period">The period.</param>
    /// <param name="body">The body.</param>
    /// <param name="fund">Of the moves for this fund's figures alone; null = of those for the whole file.</param>
    public DeadlineMove? For(string deadline, Period period, string body, string? fund = null)
    {
        DeadlineMove? own = Find(deadline, period, body, fund);
        DeadlineMove? general = Find(deadline, period, body: null, fund);
        return own is null || general?.Date > own.Date ? general : own;
    }

    /// <summary>The moves for the figures of one fund that hold for a body and give them more time than the rest of the file has, by fund.</summary>
    /// <param name="deadline">Id of the deadline.</param>
    /// <param name="period">The period.</param>
    /// <param name="body">The body.</param>
    /// <param name="due">The day that the rest of the file has.</param>
    public IEnumerable<DeadlineMove> ForFunds(string deadline, Period period, string body, DateOnly due) => last.Keys
        .Where(key => key.Deadline == deadline && key.Period == period.Text && key.Fund is not null && (key.Body ?? body) == body)
        .Select(key => key.Fund)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select(fund => For(deadline, period, body, fund))
        .OfType<DeadlineMove>()
        .Where(move => move.Date > due);

    /// <summary>Whether a flow and period have a move for the figures of one fund alone.</summary>
    public bool AreByFund(Ambito ambito, UploadSlot slot) => last.Keys.Any(key =>
        key.Fund is not null && key.Period == slot.Period && ambito.Deadlines.Any(rule => rule.Id == key.Deadline && rule.Flow == slot.Flow));

    /// <summary>The day from which what a file holds waits, by the moves in force; null when its collection is not closed.</summary>
    /// <param name="ambito">Deadlines and senders.</param>
    /// <param name="slot">The place of the file.</param>
    /// <param name="bodies">Whose figures it holds: one of them that is closed closes it, since a file is taken whole.</param>
    /// <param name="funds">The funds whose figures it brings or changes: one of them that is closed closes it. None = those of no fund.</param>
    public DateOnly? LockOf(Ambito ambito, UploadSlot slot, IReadOnlyCollection<string> bodies, IReadOnlyCollection<string> funds) => last.Count == 0 ? null :
        (from rule in ambito.Deadlines
         where rule.Flow == slot.Flow
         from body in bodies.Append(slot.Sender).Distinct(StringComparer.Ordinal)
         where ambito.FindSender(body)?.Kind == rule.Audience
         from fund in funds.DefaultIfEmpty()
         select LockOf(rule.Id, Period.Parse(slot.Period), body, fund)).Min();

    /// <summary>The move that holds for all; null when there is none.</summary>
    public DeadlineMove? ForAll(string deadline, Period period) => Find(deadline, period, body: null, fund: null);

    // More time for a fund opens what is closed for the others: until its own lock, if it has one.
    private DateOnly? LockOf(string deadline, Period period, string body, string? fund)
    {
        DeadlineMove? whole = For(deadline, period, body);
        return fund is not null && For(deadline, period, body, fund) is { } own && (whole is null || own.Date > whole.Date) ? own.Locks : whole?.Locks;
    }

    private DeadlineMove? Find(string deadline, Period period, string? body, string? fund) =>
        last.GetValueOrDefault((deadline, period.Text, body, fund)) is { Date: not null } move ? move : null;
}
