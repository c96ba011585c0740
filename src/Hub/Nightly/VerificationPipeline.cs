using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Nightly;

/// <summary>
/// Verifies the books of an Ambito on demand. It reads and writes nothing; it is meant for a hub that is at rest.
/// </summary>
public sealed class VerificationPipeline(ILedger ledger, IReconciliationStore store)
{
    /// <summary>Everything in force, against what its rows added up to and against the stored state.</summary>
    public async Task<LedgerVerification> VerifyAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        List<Posting> postings = await ledger
            .ListPostingsAsync(ambito.Code, cancellationToken)
            .ToListAsync(cancellationToken);
        List<FundState> stored = await store.ListAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken);
        IReadOnlyDictionary<FundKey, IReadOnlyList<Contribution>> computed = Reconciler.Contributions(postings);
        Reconciler reconciler = new(ambito);
        FundState[] derived =
        [
            .. computed.Select(fund =>
                reconciler.Reconcile(new FundState(ambito.Code, fund.Key, Version: null, fund.Value, [], []))),
        ];
        return LedgerVerification.Of(
            postings, stored, derived, derived.SelectMany(state => NotCounted(ambito, state)));
    }

    // With the opposite sign.
    private static IEnumerable<LedgerEntry> NotCounted(Ambito ambito, FundState state) =>
    [
        .. CountedEntries.Reversals(OneTelling.Counted(ambito, state)).Select(reversal => reversal.Entry),
        .. OneTelling.LeftOut(ambito, state).Select(left => left.Entry with { Amount = -left.Entry.Amount }),
    ];
}
