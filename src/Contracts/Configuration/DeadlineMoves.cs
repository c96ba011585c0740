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
    string Deadline, string Period, string? Body, DateOnly? Date, DateOnly? Locks, string Reason, string? GrantedBy, string By, DateTimeOffset At);

/// <summary>The days that deadlines were moved to, as they are in force.</summary>
public sealed class DeadlineMoves
{
    private readonly Dictionary<(string Deadline, string Period, string? Body), DeadlineMove> last;

    /// <summary>What was decided. Of several decisions about the same the last one counts; one without a day undoes those before.</summary>
    /// <param name="decided">All decisions, in the order they were taken.</param>
    public DeadlineMoves(IEnumerable<DeadlineMove> decided)
    {
        last = decided
            .GroupBy(move => (move.Deadline, move.Period, move.Body))
            .ToDictionary(group => group.Key, group => group.OrderBy(move => move.At).Last());
    }

    /// <summary>No deadline was moved.</summary>
    public static DeadlineMoves None { get; } = new([]);

    /// <summary>The moves in force, by deadline, period and body.</summary>
    public IEnumerable<DeadlineMove> InForce => last.Values
        .Where(move => move.Date is not null)
        .OrderBy(move => move.Deadline, StringComparer.Ordinal)
        .ThenBy(move => move.Period, StringComparer.Ordinal)
        .ThenBy(move => move.Body, StringComparer.Ordinal);

    /// <summary>The move that holds for a body: of its own and that for all, the one that gives more time. Null when there is none.</summary>
    public DeadlineMove? For(string deadline, Period period, string body)
    {
        DeadlineMove? own = Find(deadline, period, body);
        DeadlineMove? general = ForAll(deadline, period);
        return own is null || general?.Date > own.Date ? general : own;
    }

    /// <summary>The day from which what a file holds waits, by the moves in force; null when its collection is not closed.</summary>
    /// <param name="ambito">Deadlines and senders.</param>
    /// <param name="slot">The place of the file.</param>
    /// <param name="bodies">Whose figures it holds: one of them that is closed closes it, since a file is taken whole.</param>
    public DateOnly? LockOf(Ambito ambito, UploadSlot slot, IReadOnlyCollection<string> bodies) => last.Count == 0 ? null :
        (from rule in ambito.Deadlines
         where rule.Flow == slot.Flow
         from body in bodies.Append(slot.Sender).Distinct(StringComparer.Ordinal)
         where ambito.FindSender(body)?.Kind == rule.Audience
         select For(rule.Id, Period.Parse(slot.Period), body)?.Locks).Min();

    /// <summary>The move that holds for all; null when there is none.</summary>
    public DeadlineMove? ForAll(string deadline, Period period) => Find(deadline, period, body: null);

    private DeadlineMove? Find(string deadline, Period period, string? body) =>
        last.GetValueOrDefault((deadline, period.Text, body)) is { Date: not null } move ? move : null;
}
