using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Nightly;

/// <summary>
/// The full reconciliation: everything computed anew from the ledger and compared with what the uploads left. Then
/// riparti and amendments that were interrupted on their way to the ledger are sent on, and drafts that nobody looked
/// at are looked at.
/// </summary>
public sealed partial class NightlyPipeline(
    ILedger ledger,
    IReconciliationStore store,
    IAmbitoDirectory ambiti,
    AllocationCompletion allocations,
    AmendmentCompletion amendments,
    UnseenDrafts drafts,
    ILogger<NightlyPipeline> logger)
{
    /// <summary>Reconciles every Ambito.</summary>
    /// <returns>How many fund years differed from what was stored; 0 is the expected answer.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        int differing = 0;
        foreach (Ambito ambito in (await ambiti.GetAsync(cancellationToken)).All)
        {
            differing += await RunAsync(ambito, cancellationToken);
            await allocations.CompleteAsync(ambito.Code, cancellationToken);
            await amendments.CompleteAsync(ambito, cancellationToken);
        }

        await drafts.LookAsync(cancellationToken);
        return differing;
    }

    private async Task<int> RunAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        int differing = 0;
        Dictionary<FundKey, FundState> stored = await store.ListAsync(ambito.Code, cancellationToken)
            .ToDictionaryAsync(state => state.Fund, cancellationToken: cancellationToken);
        List<Posting> postings = await ledger
            .ListPostingsAsync(ambito.Code, cancellationToken)
            .ToListAsync(cancellationToken);
        Alert(ambito.Code, LedgerVerification.Of(postings, stored: [], derived: []));
        IReadOnlyDictionary<FundKey, IReadOnlyList<Contribution>> computed = Reconciler.Contributions(postings);
        Reconciler reconciler = new(ambito);
        foreach (FundKey fund in stored.Keys.Union(computed.Keys).Order())
        {
            FundState before = stored.GetValueOrDefault(fund) ?? new FundState(ambito.Code, fund, null, [], [], []);
            FundState after = reconciler.Reconcile(
                before with
                {
                    Contributions = computed.GetValueOrDefault(fund) ?? [],
                });
            if (!LedgerVerification.SameState(before, after))
            {
                differing++;
                LogDiffers(ambito.Code, fund);
                // False: an upload was reconciled meanwhile, and that is newer than this run.
                await store.SaveAsync(after, cancellationToken);
            }
        }

        LogDone(ambito.Code, computed.Count, differing);
        return differing;
    }

    // What does not balance is told, never put right here: somebody has to understand why first.
    private void Alert(string ambito, LedgerVerification verification)
    {
        foreach (LedgerViolation violation in verification.Violations)
        {
            LogViolation(ambito, violation.ReceiptId, violation.Found?.ToString(), violation.Expected?.ToString());
        }
    }

    [LoggerMessage(
        302, LogLevel.Warning, "Full reconciliation of {Ambito}: {Fund} differed from what its uploads had left.")]
    private partial void LogDiffers(string ambito, FundKey fund);

    [LoggerMessage(
        303, LogLevel.Information, "Full reconciliation of {Ambito}: {Count} fund years, {Differing} differed.")]
    private partial void LogDone(string ambito, int count, int differing);

    [LoggerMessage(
        304,
        LogLevel.Error,
        "The ledger of {Ambito} does not balance: upload {ReceiptId} stands at {Found} instead of {Expected}.")]
    private partial void LogViolation(string ambito, string? receiptId, string? found, string? expected);
}
