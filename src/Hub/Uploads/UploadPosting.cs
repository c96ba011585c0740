using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Uploads;

/// <summary>Posts an accepted upload and announces what is to be reconciled; repeating it changes nothing.</summary>
public sealed class UploadPosting(ILedger ledger, IHubQueues queues)
{
    /// <param name="posting">What the upload posts.</param>
    /// <param name="current">What is in force in its slot, if that was asked already.</param>
    /// <param name="cancellationToken">Interrupts; the step comes again.</param>
    /// <exception cref="InvalidOperationException">
    /// The ledger has another posting under this receipt's number.
    /// </exception>
    public async Task PostAsync(Posting posting, CurrentUpload? current, CancellationToken cancellationToken)
    {
        Reply<RecordedPosting> reply = await ledger.RecordAsync(posting, current, cancellationToken);
        if (reply is not Reply<RecordedPosting>.Done { Value.TouchedKeys: var touched })
        {
            throw new InvalidOperationException(
                $"Upload {posting.ReceiptId} is in the ledger with another content: {reply}.");
        }

        if (touched.Count > 0)
        {
            UploadSlot slot = posting.Slot;
            ReconcileMessage message =
                new(slot.Ambito, slot.Sender, slot.Flow, slot.Period, posting.ReceiptId, touched);
            await queues.RequestAsync(message, cancellationToken);
        }
    }
}
