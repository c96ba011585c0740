using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Tests.Support;

/// <summary>
/// Uploads of the B2 measure as its mapping posts them: a movement for each Comune of what is funded, and each request
/// beside.
/// </summary>
internal static class B2
{
    public static readonly FundKey Care = new("FNA", 2021);

    /// <summary>An upload: its requests stand in the rows from 2, one each.</summary>
    public static Posting Upload(
        string quarter,
        string sender,
        long sequence,
        params IReadOnlyList<(string Reference, string Outcome, long? Cents)> requests)
    {
        const string Comune = "019021";
        Memo[] memos =
        [
            .. requests.Select(
                (request, index) =>
                    new Memo(
                        Care,
                        MemoKind.Requested,
                        Comune,
                        request.Outcome,
                        request.Cents is { } cents ? new Money(cents) : null,
                        RowSet.Parse($"{index + 2}"))
                    {
                        Reference = request.Reference,
                    }),
        ];
        Memo[] funded = [.. memos.Where(memo => memo.Subject is MisuraB2.Finanziata or MisuraB2.Chiusa)];
        LedgerEntry[] entries = funded.Length == 0 ? [] :
        [
            new LedgerEntry(
                Care, EntryKind.Delivered, Comune, "Buono", new Money(funded.Sum(memo => memo.Amount!.Value.Cents)),
                RowSet.Union(funded.Select(memo => memo.Rows))),
        ];
        return Sample.Posting(Sample.Slot(sender, "misura-b2", quarter), sequence, entries) with { Memos = memos };
    }

    /// <summary>What uploads leave of the fund year.</summary>
    public static FundState State(params IReadOnlyList<Posting> postings) => new Reconciler(Sample.Ambito).Reconcile(
        postings.Aggregate(Sample.Empty(Care), (state, posting) => Reconciler.Replace(state, posting.Slot, posting)));
}
