using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Storage;
using PianoZona.Reconciliation;

namespace PianoZona.Functions.Pipeline;

/// <summary>Brings the fund years that an upload touched up to date: it costs these keys, whatever the archive holds.</summary>
public sealed partial class ReconcilePipeline(
    ILedger ledger, IReconciliationStore store, AmbitoDirectory ambiti, ILogger<ReconcilePipeline> logger)
{
    private const int MaxAttempts = 20;

    /// <summary>Reconciles. Repeating it changes nothing: what is in force is asked of the ledger, not of the message.</summary>
    public async Task ReconcileAsync(ReconcileMessage message, CancellationToken cancellationToken)
    {
        if (TransactionCounter.Ambient is { } tally)
        {
            tally.ReceiptId = message.ReceiptId;
        }

        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        Ambito ambito = known.Find(message.Ambito)
            ?? throw new InvalidOperationException($"Ambito {message.Ambito} has no configuration.");
        UploadSlot slot = new(message.Ambito, message.Sender, message.Flow, message.Period);
        Reconciler reconciler = new(ambito);
        foreach (FundKey fund in message.Funds)
        {
            await UpdateAsync(reconciler, slot, fund, cancellationToken);
        }

        LogReconciled(message.ReceiptId, message.Funds.Count);
    }

    // The posting is read anew at each attempt: a writer that was faster may have replaced it.
    private async Task UpdateAsync(Reconciler reconciler, UploadSlot slot, FundKey fund, CancellationToken cancellationToken)
    {
        for (int attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            FundState before = await store.LoadAsync(slot.Ambito, fund, cancellationToken);
            Posting? inForce = await ledger.ReadCurrentAsync(slot, cancellationToken);
            FundState after = reconciler.Reconcile(Reconciler.Replace(before, slot, inForce));
            if (await store.SaveAsync(after, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Fund year {fund} of {slot.Ambito} is written by others all the time.");
    }

    [LoggerMessage(301, LogLevel.Information, "Upload {ReceiptId}: {Count} fund years reconciled.")]
    private partial void LogReconciled(string receiptId, int count);
}
