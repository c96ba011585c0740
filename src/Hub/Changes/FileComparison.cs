using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Changes;

/// <summary>What a file changes in what counts, with what is to be known beside it.</summary>
/// <param name="Summary">
/// The figures that count before and after, whoever tells them; of a file that replaces none, only where it takes the
/// place of what others tell.
/// </param>
/// <param name="Beside">The rest.</param>
public sealed record ComparedFiles(ChangeSummary Summary, ChangeBeside Beside)
{
    /// <summary>Receipts of the files of others that tell the same facts, ascending.</summary>
    public IReadOnlyList<string> ToldBy { get; init; } = [];
}

/// <summary>Two files of one place: what differs in what counts.</summary>
public sealed class FileComparison(OtherTellings tellings)
{
    /// <summary>Compares them.</summary>
    /// <param name="old">What is in force; null = nothing is.</param>
    /// <param name="next">What would come into force.</param>
    /// <param name="others">Files in force of others that may tell the same.</param>
    public async Task<ComparedFiles> CompareAsync(
        Ambito ambito, Posting? old, Posting next, IReadOnlyList<CurrentUpload> others,
        CancellationToken cancellationToken)
    {
        ILookup<(FundKey Fund, string Code), CurrentUpload> told = await ToldAsync(
            old, next, others, cancellationToken);
        SettledFact[] facts = [.. told.Select(fact => SettledFact.Of(ambito, fact.Key, old, next, [.. fact]))];
        IReadOnlyDictionary<UploadSlot, Posting> moved = await MovedAsync(facts, cancellationToken);
        HashSet<(FundKey, string)> begun = FactsWhere(facts, one => one.Displaced.Count > 0);
        Posting? before = With(
            old is null ? null : Without(old, FactsWhere(facts, one => !one.Counted)), next, facts, moved,
            one => one.Displaced);
        // Of a first file all is new: what it takes the place of is what changes.
        Posting after = With(
            old is null ? Only(next, begun) : Without(next, FactsWhere(facts, one => !one.Counts)), next, facts, moved,
            one => one.Revived)!;
        ChangeSummary summary = ChangeSummary.Between(before, after) with { RowsBefore = old?.Rows };
        HashSet<(FundKey, string)> vain = FactsWhere(facts, one => one.IsUncounted);
        ChangeDetail uncounted = ChangeDetail.Between(old is null ? null : Only(old, vain), Only(next, vain));
        return new ComparedFiles(summary, BesideOf(old, next, before, after, summary) with
        {
            Turns = InOrder(facts.SelectMany(one => one.Turns)),
            Uncounted =
            [
                .. from change in uncounted.Bodies
                   from fact in facts
                   where (fact.Fund, fact.Code) == (change.Fund, change.Body)
                   select new UncountedChange(change, fact.Instead[0]),
            ],
            ChangesUncounted = !uncounted.IsNone,
        })
        {
            ToldBy =
            [
                .. told.SelectMany(fact => fact).Select(one => one.ReceiptId).Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>What others tell, too, of what a file in force tells, as of now.</summary>
    /// <param name="old">What it replaced; null = nothing.</param>
    /// <param name="inForce">What it posted.</param>
    /// <param name="others">Files in force of others that may tell the same.</param>
    /// <returns>
    /// With <see cref="CountingTurn.Ends"/> what the file no longer tells, and others do; else what it tells.
    /// </returns>
    public async Task<IReadOnlyList<FactTurn>> TodayAsync(
        Ambito ambito, Posting? old, Posting inForce, IReadOnlyList<CurrentUpload> others,
        CancellationToken cancellationToken)
    {
        ILookup<(FundKey Fund, string Code), CurrentUpload> told = await ToldAsync(
            old, inForce, others, cancellationToken);
        HashSet<(FundKey, string)> own = OtherTellings.FactsOf(inForce);
        return InOrder(told.SelectMany(fact => own.Contains(fact.Key)
            ? SettledFact.Of(ambito, fact.Key, null, inForce, [.. fact]).Turns
            : SettledFact.CountingOf(ambito, fact.Key.Code, [.. fact]).Select(sender =>
                new FactTurn(fact.Key.Fund, fact.Key.Code, sender, CountingTurn.Ends)
                {
                    IsUnit = OtherTellings.TellsUnits(inForce.Slot.Flow),
                })));
    }

    /// <summary>The same with what the columns of both files add up to, where nothing is posted.</summary>
    /// <param name="before">Receipt of what was in force; null = it is not known.</param>
    /// <param name="after">Receipt of what comes, or came, into force; null = it is not known.</param>
    public static ChangeBeside WithTotals(ChangeBeside beside, Receipt? before, Receipt? after)
    {
        if (!beside.PostsNothing || before is null || after is null)
        {
            return beside;
        }

        var (was, isNow) = (TotalsOf(before), TotalsOf(after));
        TotalChange[] totals =
        [
            .. after.Totals.Concat(before.Totals).Select(total => (total.Column, total.Fund)).Distinct()
                .Select(key => new TotalChange(
                    key.Column, key.Fund, was.GetValueOrDefault(key), isNow.GetValueOrDefault(key))),
        ];
        return beside with
        {
            Totals = totals,
            IsTotalTheSame = totals.Length > 0 && totals.All(total => total.Before == total.After),
        };
    }

    /// <summary>What two files say of each other, whoever tells the same.</summary>
    /// <param name="old">What was in force; null = nothing was.</param>
    /// <param name="next">What came into force.</param>
    public static ComparedFiles Between(Posting? old, Posting next)
    {
        ChangeSummary summary = ChangeSummary.Between(old, next);
        return new ComparedFiles(summary, BesideOf(old, next, old, next, summary));
    }

    /// <summary>The fund years in which what a file tells of a body does not count.</summary>
    /// <param name="posting">What the file posted; it is in force.</param>
    /// <param name="body">Code of the body.</param>
    /// <param name="others">Files in force of others that may tell the same.</param>
    /// <returns>Each with the sender whose file counts instead, and whether other figures of the body count.</returns>
    public async Task<(IReadOnlyList<(FundKey Fund, string Sender)> Instead, bool CountsInPart)> InsteadAsync(
        Ambito ambito, Posting posting, string body, IReadOnlyList<CurrentUpload> others,
        CancellationToken cancellationToken)
    {
        Posting own = Only(posting, [.. posting.Funds().Select(fund => (fund, body))]);
        ILookup<(FundKey Fund, string Code), CurrentUpload> told = await ToldAsync(
            null, own, others, cancellationToken);
        (FundKey Fund, string Sender)[] instead =
        [
            .. told.Select(fact => SettledFact.Of(ambito, fact.Key, null, own, [.. fact]))
                .Where(one => !one.Counts).Select(one => (one.Fund, one.Instead[0])).OrderBy(one => one.Fund),
        ];
        return (instead, OtherTellings.FactsOf(own).Count > instead.Length);
    }

    private static ChangeBeside BesideOf(
        Posting? old, Posting next, Posting? before, Posting after, ChangeSummary summary)
    {
        bool postsNothing = next.Entries.Count == 0 && old is null or { Entries.Count: 0 };
        return new ChangeBeside
        {
            PostsNothing = postsNothing,
            IsTotalTheSame = !postsNothing
                && summary.Changes.All(change => change.Before == change.After)
                && MemoSums(before).ToHashSet().SetEquals(MemoSums(after)),
        };
    }

    private static FactTurn[] InOrder(IEnumerable<FactTurn> turns) =>
    [
        .. turns.OrderBy(one => one.Turn).ThenBy(one => one.Fund)
            .ThenBy(one => one.Code, StringComparer.Ordinal).ThenBy(one => one.Sender, StringComparer.Ordinal),
    ];

    private static HashSet<(FundKey Fund, string Code)> FactsWhere(
        IEnumerable<SettledFact> facts, Func<SettledFact, bool> holds) =>
        [.. facts.Where(holds).Select(one => (one.Fund, one.Code))];

    private static Dictionary<(string Column, string? Fund), string> TotalsOf(Receipt receipt) =>
        receipt.Totals.ToDictionary(total => (total.Column, total.Fund), total => total.Amount);

    private static IEnumerable<(FundKey, MemoKind, Money)> MemoSums(Posting? posting) =>
        (posting?.Memos ?? []).GroupBy(memo => (memo.Fund, memo.Kind)).Select(group => (
            group.Key.Fund, group.Key.Kind,
            group.Aggregate(Money.Zero, (sum, memo) => sum + (memo.Amount ?? Money.Zero))));

    private static Posting Without(Posting posting, HashSet<(FundKey, string)> facts) => facts.Count == 0
        ? posting
        : Where(posting, (fund, code) => code is null || !facts.Contains((fund, code)));

    private static Posting Only(Posting posting, HashSet<(FundKey, string)> facts) =>
        Where(posting, (fund, code) => code is not null && facts.Contains((fund, code)));

    private static Posting Where(Posting posting, Func<FundKey, string?, bool> holds) => posting with
    {
        Entries = [.. posting.Entries.Where(entry => holds(entry.Fund, OneTelling.FactOf(entry)))],
        Memos = [.. posting.Memos.Where(memo => holds(memo.Fund, OneTelling.FactOf(memo)))],
        Documents = [.. posting.Documents.Where(claim => holds(claim.Fund, claim.Beneficiary))],
    };

    // What others tell that counts at this end and not at the other, as if it stood in the same place.
    private static Posting? With(
        Posting? own, Posting place, IReadOnlyList<SettledFact> facts, IReadOnlyDictionary<UploadSlot, Posting> moved,
        Func<SettledFact, IReadOnlyList<CurrentUpload>> those)
    {
        Posting[] parts =
        [
            .. from fact in facts
               from other in those(fact)
               let posting = moved.GetValueOrDefault(other.Slot)
               where posting is not null
               select Only(posting, [(fact.Fund, fact.Code)]),
        ];
        return parts.Length == 0 ? own : (own ?? Only(place, [])) with
        {
            Entries = [.. own?.Entries ?? [], .. parts.SelectMany(part => part.Entries)],
            Memos = [.. own?.Memos ?? [], .. parts.SelectMany(part => part.Memos)],
            Documents = [.. own?.Documents ?? [], .. parts.SelectMany(part => part.Documents)],
        };
    }

    private Task<IReadOnlyDictionary<UploadSlot, Posting>> MovedAsync(
        IReadOnlyList<SettledFact> facts, CancellationToken cancellationToken)
    {
        SettledFact[] moving = [.. facts.Where(one => one.Displaced.Count + one.Revived.Count > 0)];
        return tellings.ReadAsync(
            [.. moving.SelectMany(one => one.Displaced.Concat(one.Revived)).DistinctBy(one => one.Slot)],
            [.. moving.Select(one => one.Fund).Distinct()], cancellationToken);
    }

    private async Task<ILookup<(FundKey Fund, string Code), CurrentUpload>> ToldAsync(
        Posting? old, Posting next, IReadOnlyList<CurrentUpload> others, CancellationToken cancellationToken) =>
        await tellings.FactsAsync(
            others,
            others.Count == 0 ? new HashSet<(FundKey, string)>()
                : OtherTellings.FactsOf(old).Union(OtherTellings.FactsOf(next)).ToHashSet(),
            cancellationToken);
}
