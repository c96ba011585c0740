using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>
/// One fact counts once: where several senders tell the figures of a body for a flow and period, those of one of them
/// count, as the Ambito says of the flow (<see cref="FlowSettings.Source"/>). The others stay in the ledger and in the
/// stored states, and are left out whenever figures are computed or shown. The requests of the B2 measure are counted
/// one by one instead (<see cref="CountedEntries"/>).
/// </summary>
public static class OneTelling
{
    /// <summary>The fund year without what does not count.</summary>
    /// <param name="ambito">Who sends for whom, and whose file counts.</param>
    /// <param name="state">The fund year with all that was told.</param>
    public static FundState Counted(Ambito ambito, FundState state)
    {
        HashSet<(UploadKey Upload, string Fact)> left =
        [
            .. ToldBySeveral(ambito, state).SelectMany(fact =>
                fact.LeftOut.Select(left => (new UploadKey(left.Contribution), fact.Code))),
        ];
        return left.Count == 0
            ? state
            : state with
            {
                Contributions = [.. state.Contributions.Select(contribution => Without(contribution, left))],
            };
    }

    /// <summary>The movements that do not count, each with the upload that counts in its place.</summary>
    /// <param name="ambito">Who sends for whom, and whose file counts.</param>
    /// <param name="state">The fund year with all that was told.</param>
    public static IReadOnlyList<LeftOutEntry> LeftOut(Ambito ambito, FundState state) =>
    [
        .. from fact in ToldBySeveral(ambito, state)
           from left in fact.LeftOut
           from entry in left.Contribution.Entries
           where FactOf(entry) == fact.Code
           select new LeftOutEntry(left.Contribution, entry, left.CountsIn),
    ];

    /// <summary>
    /// What is told more than once of a flow and a time, in the order of flow, time and body: a quarter lies in its
    /// year, so a file of each may tell the same.
    /// </summary>
    internal static IReadOnlyList<FactToldBySeveral> ToldBySeveral(Ambito ambito, FundState state) =>
    [
        .. from flow in state.Contributions.GroupBy(one => one.Slot.Flow, StringComparer.Ordinal)
           where FlowCatalogue.Find(flow.Key) is { IsToldOncePerBody: true } && flow.Skip(1).Any()
           from fact in flow.SelectMany(one => FactsOf(one).Select(code => (code, one)))
               .GroupBy(pair => pair.code, pair => pair.one, StringComparer.Ordinal)
               .OrderBy(fact => fact.Key, StringComparer.Ordinal)
           where fact.Skip(1).Any()
           from time in InOneTime(fact, TellingOf)
           where time.Length > 1
           select Settle(ambito, flow.Key, fact.Key, time),
    ];

    // Periods lie one in the other or apart: those of one time lie in the longest of them.
    private static IEnumerable<T[]> InOneTime<T>(IEnumerable<T> tellings, Func<T, Telling> telling)
    {
        T[] all = [.. tellings];
        Period[] periods = [.. all.Select(one => telling(one).Period)];
        return all
            .Select((one, place) => (one, Longest: periods.Where(period => period.Covers(periods[place]))
                .MinBy(period => (period.First, -period.Last.DayNumber))!))
            .GroupBy(pair => pair.Longest)
            .OrderBy(group => group.Key.First)
            .Select(group => group.Select(pair => pair.one).ToArray());
    }

    /// <summary>Which tellings of one fact count, of several of one flow.</summary>
    /// <param name="ambito">Who sends for whom, and whose file counts.</param>
    /// <param name="flow">Code of the flow.</param>
    /// <param name="code">Code of the body, or of the unit.</param>
    /// <param name="tellings">Who tells it, and of what time; one of a sender and period.</param>
    /// <returns>Each with the one that counts in its place; null = it counts itself.</returns>
    public static IReadOnlyList<(Telling Telling, Telling? Instead)> Settled(
        Ambito ambito, string flow, string code, IEnumerable<Telling> tellings) =>
    [
        .. InOneTime(tellings, one => one).SelectMany(time => Settle(ambito, flow, code, time, one => one)),
    ];

    /// <summary>The body whose figure a movement is; null = of none in particular, and it always counts.</summary>
    public static string? FactOf(LedgerEntry entry) => entry.Beneficiary;

    /// <summary>The body or the unit that a memorandum figure is about; null as of a movement.</summary>
    public static string? FactOf(Memo memo) => memo.Kind == MemoKind.UnitData ? memo.Subject : memo.Body;

    private static IEnumerable<string> FactsOf(Contribution contribution) =>
        contribution.Entries.Select(FactOf)
            .Concat(contribution.Memos.Select(FactOf))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    private static FactToldBySeveral Settle(Ambito ambito, string flow, string code, Contribution[] tellings)
    {
        ILookup<bool, (Contribution One, Contribution? Instead)> settled =
            Settle(ambito, flow, code, tellings, TellingOf).ToLookup(one => one.Instead is null);
        return new FactToldBySeveral(
            code, [.. settled[true].Select(one => one.One)],
            [.. settled[false].Select(one => (one.One, one.Instead!.ReceiptId))]);
    }

    private static Telling TellingOf(Contribution one) =>
        new(one.Slot.Sender, Period.Parse(one.Slot.Period), one.Sequence);

    private static IEnumerable<(T One, T? Instead)> Settle<T>(
        Ambito ambito, string flow, string code, T[] tellings, Func<T, Telling> telling)
        where T : class
    {
        FactSource source = ambito.SettingsOf(flow, code).Source;
        List<T> counting = [];
        foreach (T one in InOrder(ambito, source, code, tellings, telling))
        {
            // A sender's own files of several periods are parts, and so are those of who became part of it.
            T? instead = source == FactSource.Shared
                ? null
                : counting.Find(other => ambito.CodeOf(telling(other).Sender) != ambito.CodeOf(telling(one).Sender)
                    && telling(other).Period.Meets(telling(one).Period));
            if (instead is null)
            {
                counting.Add(one);
            }

            yield return (one, instead);
        }
    }

    // First whose figures count, then the latest.
    private static IEnumerable<T> InOrder<T>(
        Ambito ambito, FactSource source, string code, IEnumerable<T> tellings, Func<T, Telling> telling) => tellings
        .OrderByDescending(one => IsOwn(ambito, telling(one).Sender, code) == (source == FactSource.Body))
        .ThenByDescending(one => telling(one).Sequence)
        .ThenByDescending(one => telling(one).Sender, StringComparer.Ordinal);

    // Of a unit it is whoever does not send for others.
    private static bool IsOwn(Ambito ambito, string sender, string code) =>
        ambito.FindSender(code) is { } body
            ? ambito.CodeOf(sender) == body.Code
            : ambito.FindSender(sender)?.UploadsFor.Count == 0;

    private static Contribution Without(Contribution contribution, HashSet<(UploadKey, string)> left)
    {
        UploadKey key = new(contribution);
        bool Counts(string? fact) => fact is null || !left.Contains((key, fact));
        return contribution with
        {
            Entries = [.. contribution.Entries.Where(entry => Counts(FactOf(entry)))],
            Documents = [.. contribution.Documents.Where(claim => Counts(claim.Beneficiary))],
            Memos = [.. contribution.Memos.Where(memo => Counts(FactOf(memo)))],
        };
    }

    private readonly record struct UploadKey(string Sender, string Flow, string Period)
    {
        public UploadKey(Contribution contribution)
            : this(contribution.Slot.Sender, contribution.Slot.Flow, contribution.Slot.Period)
        {
        }
    }
}

/// <summary>A file that tells the figures of a body, or of a unit.</summary>
/// <param name="Sender">Code of who sent it.</param>
/// <param name="Period">The time that it is of.</param>
/// <param name="Sequence">Its place in time.</param>
public sealed record Telling(string Sender, Period Period, long Sequence);

/// <summary>A movement that does not count, because another sender tells the same fact.</summary>
/// <param name="Of">The contribution that it is part of.</param>
/// <param name="Entry">The movement.</param>
/// <param name="CountsIn">The upload that counts in its place.</param>
public sealed record LeftOutEntry(Contribution Of, LedgerEntry Entry, string CountsIn);

/// <summary>The figures of a body, or of a unit, that are told more than once for a flow and a time.</summary>
/// <param name="Code">Code of the body or of the unit.</param>
/// <param name="Counting">The contributions that count, the one that decides first.</param>
/// <param name="LeftOut">Those that do not, each with the number of the upload that counts in its place.</param>
internal sealed record FactToldBySeveral(
    string Code, IReadOnlyList<Contribution> Counting,
    IReadOnlyList<(Contribution Contribution, string CountsIn)> LeftOut);
