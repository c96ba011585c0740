using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;
using PianoZona.Validation;

namespace PianoZona.Hub.Deadlines;

/// <summary>The deadlines that staff moved: kept as decisions, told to those they concern.</summary>
/// <remarks>
/// Whether a collection is closed is asked for every upload, so the moves are remembered and read again at most once in
/// the configured time, as the steps of periods are.
/// </remarks>
public sealed class DeadlineRegister(
    IDecisionLog decisions, ILedger ledger, IHubQueues queues, HubTimes times, TimeProvider time)
{
    /// <summary>How many days back deadlines are listed whatever their state, where nobody asks for others.</summary>
    public const int DaysBack = 120;

    private readonly PerAmbitoCache<DeadlineMoves> remembered = new(times.ConfigurationRefresh, time);
    private readonly PerAmbitoCache<IReadOnlyList<CurrentUpload>> others = new(times.ConfigurationRefresh, time);

    /// <summary>The moves in force, and what was recorded of duties. One storage transaction.</summary>
    public async Task<DeadlineMoves> MovesAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        ILookup<bool, Decision> areOfDuties = (await decisions
            .ListAsync(ambito.Code, DecisionKinds.Deadline, cancellationToken)
            .ToListAsync(cancellationToken)).ToLookup(DutyDecision.Is);
        return new DeadlineMoves(
            [
                .. areOfDuties[false].Select(DeadlineDecision.Read)
                    .Select(move => move.Body is { } body ? move with { Body = ambito.CodeOf(body) } : move),
            ])
        {
            Records = DutyDecision.Read(ambito, areOfDuties[true]),
        };
    }

    /// <summary>Something was decided: what is remembered of an Ambito holds no more.</summary>
    internal void Forget(Ambito ambito) => remembered.Forget(ambito.Code);

    /// <summary>Who owes what in an Ambito on a day, by what is stored now.</summary>
    public async Task<Obligations> CalendarAsync(Ambito ambito, DateOnly today, CancellationToken cancellationToken) =>
        new(
            ambito, await MovesAsync(ambito, cancellationToken),
            await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken), today);

    /// <summary>The same for what some bodies owe, at a cost that hardly grows with the archive.</summary>
    /// <remarks>
    /// What was sent by who may send for them is as it is now. What others sent only says since when, and for which
    /// periods, anybody is asked: it is remembered, and read again at most once in the configured time.
    /// </remarks>
    public async Task<Obligations> CalendarOfAsync(
        Ambito ambito, IReadOnlyCollection<Sender> bodies, DateOnly today, CancellationToken cancellationToken)
    {
        HashSet<string> senders = ambito.SendersFor(bodies).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<CurrentUpload> all = await others.GetAsync(
            ambito.Code,
            async () => await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken));
        List<CurrentUpload> theirs = await ledger.ListCurrentOfAsync(ambito.Code, senders, cancellationToken)
            .ToListAsync(cancellationToken);
        return new Obligations(
            ambito, await MovesAsync(ambito, cancellationToken),
            [.. all.Where(one => !senders.Contains(one.Slot.Sender)), .. theirs], today);
    }

    /// <summary>Adds the moves in force to what is known of an upload, for the rule on terms (PZ1015).</summary>
    public async Task<EnvelopeResult> AddToAsync(EnvelopeResult envelope, CancellationToken cancellationToken) =>
        envelope.Context is { } context
            ? envelope with
            {
                Context = context with { Moves = await RememberedMovesAsync(context.Ambito, cancellationToken) },
            }
            : envelope;

    /// <summary>The day from which what a file holds waits, when it came on it or later; null when it counts.</summary>
    /// <param name="posting">What the file would post.</param>
    /// <param name="received">The day it came; null when that is not known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<DateOnly?> LockedSinceAsync(
        Ambito ambito, Posting posting, DateOnly? received, CancellationToken cancellationToken)
    {
        DeadlineMoves moves = await RememberedMovesAsync(ambito, cancellationToken);
        Obligations calendar = new(ambito, moves, current: [], received ?? RomeTime.Today(time));
        if (LockOf(posting.Funds()) is not { } day || !moves.AreByFund(ambito, posting.Slot))
        {
            return LockOf(posting.Funds());
        }

        // A file is sent whole: what it says again of the other funds is no change of theirs.
        Posting? inForce = await ledger.ReadCurrentAsync(posting.Slot, cancellationToken);
        FundKey[] changed =
        [
            .. posting
                .Funds()
                .Concat(inForce?.Funds() ?? [])
                .Distinct()
                .Where(fund => !posting.SaysTheSameOf(fund, inForce)),
        ];
        return changed.Length == 0 ? day : LockOf(changed);

        DateOnly? LockOf(IReadOnlyList<FundKey> funds)
        {
            string[] codes = [.. funds.Select(fund => fund.Fund).Distinct(StringComparer.Ordinal)];
            return calendar.LockOf(posting.Slot, posting.Bodies, codes) is { } from && received >= from ? from : null;
        }
    }

    /// <summary>
    /// What was decided about an occurrence, for all or for one body, for the whole file or for one fund, in the order
    /// it was decided.
    /// </summary>
    public async Task<IReadOnlyList<DeadlineMove>> ListAsync(
        Ambito ambito,
        string deadline,
        string period,
        string? body,
        string? fund,
        CancellationToken cancellationToken) =>
        [
            .. (
                await decisions.ListAsync(
                    ambito.Code,
                    DecisionKinds.Deadline,
                    DeadlineDecision.SubjectOf(deadline, period, body, fund),
                    cancellationToken)
            ).Select(DeadlineDecision.Read),
        ];

    /// <summary>Moves a deadline, and asks for the mail about it. Saying the same again changes nothing.</summary>
    /// <returns>What the occurrence asks of whom now.</returns>
    public async Task<IReadOnlyList<Obligation>> MoveAsync(
        Ambito ambito, DeadlineMove move, CancellationToken cancellationToken)
    {
        Decision decision = DeadlineDecision.Of(move, time.GetUtcNow());
        await decisions.AppendAsync(ambito.Code, decision, cancellationToken);
        remembered.Forget(ambito.Code);

        // Asked for again when the same is said again: the mail goes out once, and what was interrupted is made up for.
        int number = (await decisions.ListAsync(ambito.Code, decision.Kind, decision.Subject, cancellationToken)).Count;
        await queues.RequestAsync(
            new MailMessage(ambito.Code, null, move.Deadline, move.Period, move.Body, number) { Fund = move.Fund },
            cancellationToken);
        Obligations calendar = await CalendarAsync(ambito, RomeTime.Today(time), cancellationToken);
        return calendar.OfOccurrence(move.Deadline, Period.Parse(move.Period));
    }

    private ValueTask<DeadlineMoves> RememberedMovesAsync(Ambito ambito, CancellationToken cancellationToken) =>
        remembered.GetAsync(ambito.Code, () => MovesAsync(ambito, cancellationToken));
}
