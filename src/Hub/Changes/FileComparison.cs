using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Changes;

/// <summary>What a file changes in what counts, with what is to be known beside it.</summary>
/// <param name="Summary">The figures that count before and after.</param>
/// <param name="Beside">The rest.</param>
public sealed record ComparedFiles(ChangeSummary Summary, ChangeBeside Beside);

/// <summary>Two files of one place: what differs in what counts.</summary>
public sealed class FileComparison(OtherTellings tellings)
{
    /// <summary>Compares them.</summary>
    /// <param name="old">What was in force; null = nothing was.</param>
    /// <param name="next">What comes, or came, into force.</param>
    /// <param name="others">Files in force of others that name some of their bodies.</param>
    public async Task<ComparedFiles> CompareAsync(
        Ambito ambito, Posting? old, Posting next, IReadOnlyList<CurrentUpload> others,
        CancellationToken cancellationToken)
    {
        Dictionary<(FundKey Fund, string Body), (string Sender, CountingTurn Turn)> left = others.Count == 0 ? []
            : await LeftOutAsync(ambito, old, next, others, cancellationToken);
        Posting? before = old is null ? null : Without(old, left.Keys);
        Posting after = Without(next, left.Keys);
        ChangeSummary summary = ChangeSummary.Between(before, after);
        ChangeDetail whole = left.Count == 0 ? summary.Detail : ChangeDetail.Between(old, next);
        bool postsNothing = next.Entries.Count == 0 && old is null or { Entries.Count: 0 };
        return new ComparedFiles(summary, new ChangeBeside
        {
            Uncounted =
            [
                .. from change in whole.Bodies
                   where change.Body is not null && left.ContainsKey((change.Fund, change.Body))
                   let told = left[(change.Fund, change.Body!)]
                   select new UncountedChange(change, told.Sender, told.Turn),
            ],
            ChangesUncounted = left.Count > 0 && !whole.IsNone,
            PostsNothing = postsNothing,
            IsTotalTheSame = !postsNothing
                && summary.Changes.All(change => change.Before == change.After)
                && MemoSums(before).ToHashSet().SetEquals(MemoSums(after)),
        });
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

    /// <summary>The fund years in which what a file tells of a body does not count.</summary>
    /// <param name="posting">What the file posted; it is in force.</param>
    /// <param name="body">Code of the body.</param>
    /// <param name="others">Files in force of others that name the body.</param>
    /// <returns>Each with the sender whose file counts instead, and whether other figures of the body count.</returns>
    public async Task<(IReadOnlyList<(FundKey Fund, string Sender)> Instead, bool CountsInPart)> InsteadAsync(
        Ambito ambito, Posting posting, string body, IReadOnlyList<CurrentUpload> others,
        CancellationToken cancellationToken)
    {
        HashSet<(FundKey Fund, string Body)> own =
            [.. OtherTellings.FactsOf(posting).Where(fact => fact.Body == body)];
        ILookup<(FundKey Fund, string Body), CurrentUpload> told =
            await tellings.FactsAsync(others, own, cancellationToken);
        (FundKey Fund, string Sender)[] instead =
        [
            .. told.Select(fact => (fact.Key.Fund, Sender: Counting(ambito, posting, hasIt: true, fact)))
                .Where(one => one.Sender != posting.Slot.Sender)
                .OrderBy(one => one.Fund),
        ];
        return (instead, own.Count > instead.Length);
    }

    private static Dictionary<(string Column, string? Fund), string> TotalsOf(Receipt receipt) =>
        receipt.Totals.ToDictionary(total => (total.Column, total.Fund), total => total.Amount);

    private static IEnumerable<(FundKey, MemoKind, Money)> MemoSums(Posting? posting) =>
        (posting?.Memos ?? []).GroupBy(memo => (memo.Fund, memo.Kind)).Select(group => (
            group.Key.Fund, group.Key.Kind,
            group.Aggregate(Money.Zero, (sum, memo) => sum + (memo.Amount ?? Money.Zero))));

    private static Posting Without(Posting posting, ICollection<(FundKey, string)> left)
    {
        bool Counts(FundKey fund, string? body) => body is null || !left.Contains((fund, body));
        return left.Count == 0 ? posting : posting with
        {
            Entries = [.. posting.Entries.Where(entry => Counts(entry.Fund, entry.Beneficiary))],
            Memos = [.. posting.Memos.Where(memo => Counts(memo.Fund, memo.Body))],
            Documents = [.. posting.Documents.Where(claim => Counts(claim.Fund, claim.Beneficiary))],
        };
    }

    // What others tell too, unless the figures of this place count before and after.
    private async Task<Dictionary<(FundKey Fund, string Body), (string Sender, CountingTurn Turn)>> LeftOutAsync(
        Ambito ambito, Posting? old, Posting next, IReadOnlyList<CurrentUpload> others,
        CancellationToken cancellationToken)
    {
        var (before, after) = (OtherTellings.FactsOf(old), OtherTellings.FactsOf(next));
        ILookup<(FundKey Fund, string Body), CurrentUpload> told = await tellings.FactsAsync(
            others, before.Union(after).ToHashSet(), cancellationToken);
        Dictionary<(FundKey Fund, string Body), (string Sender, CountingTurn Turn)> left = [];
        foreach (IGrouping<(FundKey Fund, string Body), CurrentUpload> fact in told)
        {
            string sender = next.Slot.Sender;
            string was = Counting(ambito, old, before.Contains(fact.Key), fact);
            string isNow = Counting(ambito, next, after.Contains(fact.Key), fact);
            if (was != sender || isNow != sender)
            {
                left[fact.Key] = isNow != sender
                    ? (isNow, was == sender ? CountingTurn.Ends : CountingTurn.Neither)
                    : (was, CountingTurn.Begins);
            }
        }

        return left;
    }

    private static string Counting(
        Ambito ambito, Posting? own, bool hasIt, IGrouping<(FundKey Fund, string Body), CurrentUpload> others)
    {
        IEnumerable<Telling> all = others.Select(one => new Telling(one.Slot.Sender, one.Sequence));
        return OneTelling.CountingOf(
            ambito, others.First().Slot.Flow, others.Key.Body,
            [.. own is not null && hasIt ? all.Append(new Telling(own.Slot.Sender, own.Sequence)) : all])!.Sender;
    }
}
