using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>
/// Brings the fund years that an upload touched up to date: it costs these keys, whatever the archive holds.
/// </summary>
public sealed partial class ReconcilePipeline(
    ILedger ledger,
    IReconciliationStore store,
    IAmbitoDirectory ambiti,
    IUploadCosts costs,
    ILogger<ReconcilePipeline> logger)
{
    private const int MaxAttempts = 20;

    /// <summary>
    /// Reconciles. Repeating it changes nothing: what is in force is asked of the ledger, not of the message.
    /// </summary>
    public async Task ReconcileAsync(ReconcileMessage message, CancellationToken cancellationToken)
    {
        costs.ChargeTo(message.ReceiptId);
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        Ambito ambito = known.Find(message.Ambito)
            ?? throw new InvalidOperationException($"Ambito {message.Ambito} has no configuration.");
        UploadSlot slot = new(message.Ambito, message.Sender, message.Flow, message.Period);
        await UpdateAsync(new Reconciler(ambito), slot, message.Funds, cancellationToken);
        LogReconciled(message.ReceiptId, message.Funds.Count);
    }

    /// <summary>Tells that a message was given up by its queue, and reconciles.</summary>
    /// <remarks>
    /// The poison queue tries it five times, ten minutes apart, which outlasts most troubles of the storage. What fails
    /// then too is not lost: the ledger has the posting, and the nightly run computes every fund year from the ledger.
    /// </remarks>
    public async Task ReconcileLateAsync(ReconcileMessage message, CancellationToken cancellationToken)
    {
        LogPoison(message.ReceiptId);
        await ReconcileAsync(message, cancellationToken);
    }

    // The states are loaded before the posting is read: a writer that has an older posting then loses against their
    // versions, and looks again.
    private async Task UpdateAsync(
        Reconciler reconciler, UploadSlot slot, IReadOnlyList<FundKey> funds, CancellationToken cancellationToken)
    {
        for (int attempt = 1; funds.Count > 0; attempt++)
        {
            if (attempt > MaxAttempts)
            {
                throw new InvalidOperationException(
                    $"{funds.Count} fund years of {slot.Ambito} are written by others all the time.");
            }

            List<FundState> states = [];
            foreach (FundKey fund in funds)
            {
                states.Add(await store.LoadAsync(slot.Ambito, fund, cancellationToken));
            }

            Posting? inForce = await ledger.ReadCurrentAsync(slot, cancellationToken);
            List<FundKey> overtaken = [];
            foreach (FundState state in states)
            {
                if (!await store.SaveAsync(
                        reconciler.Reconcile(Reconciler.Replace(state, slot, inForce)), cancellationToken))
                {
                    overtaken.Add(state.Fund);
                }
            }

            funds = overtaken;
        }
    }

    [LoggerMessage(301, LogLevel.Information, "Upload {ReceiptId}: {Count} fund years reconciled.")]
    private partial void LogReconciled(string receiptId, int count);

    [LoggerMessage(
        307, LogLevel.Error,
        "Upload {ReceiptId} could not be reconciled at any attempt of its queue: tried again, at last in the night.")]
    private partial void LogPoison(string receiptId);
}
