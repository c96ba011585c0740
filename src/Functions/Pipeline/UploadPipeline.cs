using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Pipeline;

/// <summary>
/// What becomes of a file in the inbox: examined, receipted, posted, announced for reconciliation, archived, removed, in this order.
/// </summary>
/// <remarks>
/// Every step may be repeated: the receipt's number derives from the upload, the receipt and the archive are written once, the ledger
/// recognises what it has. The file leaves the inbox last, so whatever was interrupted is taken up again.
/// </remarks>
public sealed partial class UploadPipeline(
    BlobInbox inbox,
    UploadExamination examination,
    BlobReceipts receipts,
    ILedger ledger,
    HubQueues queues,
    BlobArchive archive,
    AmbitoDirectory ambiti,
    TimeProvider time,
    ILogger<UploadPipeline> logger)
{
    /// <summary>Processes a file, or finishes what an earlier attempt began.</summary>
    /// <param name="blobName">Path in the inbox.</param>
    /// <param name="cancellationToken">Interrupts between steps; the event comes again.</param>
    public async Task ProcessAsync(string blobName, CancellationToken cancellationToken)
    {
        await using ReceivedBlob? file = await inbox.TryOpenAsync(blobName, cancellationToken);
        if (file is null)
        {
            LogAlreadyDone();
            return;
        }

        ChargeTo(file);
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        Examination found = await examination.ExamineAsync(
            Validation.Envelope.Check(file.Name, known.OfSender), file, file.Submission, cancellationToken);
        CurrentUpload? current = found.Slot is { } slot ? await ledger.FindCurrentAsync(slot, cancellationToken) : null;
        bool repeated = current is not null && current.ReceiptId != file.ReceiptId.Text && current.Sha256 == found.Sha256;
        Receipt receipt = repeated
            ? await RepeatAsync(file, found, current!, cancellationToken)
            : found.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow());
        Receipt stored = await receipts.StoreAsync(receipt, cancellationToken);
        if (!repeated && IsAccepted(stored))
        {
            await PostAsync(found.Posting(file.Sequence, stored.Id), current, cancellationToken);
        }

        await FileAwayAsync(file, stored, cancellationToken);
        LogFinished(stored.Id, stored.Outcome, stored.Rows.Read, stored.Rows.Refused);
    }

    /// <summary>Gives a file that failed at every attempt its receipt, with the reason, and takes it out of the inbox.</summary>
    public async Task QuarantineAsync(string blobName, CancellationToken cancellationToken)
    {
        await using ReceivedBlob? file = await inbox.TryOpenAsync(blobName, cancellationToken);
        if (file is null)
        {
            LogAlreadyDone();
            return;
        }

        ChargeTo(file);
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        Examination failed = new(
            Validation.Envelope.Check(file.Name, known.OfSender), string.Empty, null, UploadExamination.NotProcessable(), null);
        Receipt stored = await receipts.StoreAsync(failed.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow()), cancellationToken);
        await FileAwayAsync(file, stored, cancellationToken);
        LogQuarantined(stored.Id);
    }

    private static bool IsAccepted(Receipt receipt) => receipt.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings;

    private static void ChargeTo(ReceivedBlob file)
    {
        if (TransactionCounter.Ambient is { } tally)
        {
            tally.ReceiptId = file.ReceiptId.Text;
        }
    }

    // The same bytes again: the earlier verdict under this upload's number, and nothing is posted.
    private async Task<Receipt> RepeatAsync(ReceivedBlob file, Examination found, CurrentUpload current, CancellationToken cancellationToken)
    {
        Receipt earlier = await receipts.FindAsync(ReceiptId.Parse(current.ReceiptId), cancellationToken)
            ?? throw new InvalidOperationException($"Upload {current.ReceiptId} is in force and has no receipt.");
        Problem same = RuleCatalogue.Of("PZ1017").At(new Location(Expected: earlier.Id), ("esito", earlier.Id));
        return earlier with
        {
            Id = file.ReceiptId.Text,
            FileName = found.Envelope.FileName,
            ReceivedAt = file.ReceivedAt,
            FinishedAt = time.GetUtcNow(),
            Problems = [same, .. earlier.Problems],
            ProblemCounts = new SortedDictionary<string, int>(earlier.ProblemCounts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
            {
                [same.Code] = 1,
            },
        };
    }

    private async Task PostAsync(Posting posting, CurrentUpload? current, CancellationToken cancellationToken)
    {
        PostingReply reply = await ledger.RecordAsync(posting, current, cancellationToken);
        if (reply is PostingReply.ConflictsOn conflict)
        {
            throw new InvalidOperationException($"Upload {posting.ReceiptId} is in the ledger with another {conflict.Field}.");
        }

        if (reply.TouchedKeys.Count > 0)
        {
            UploadSlot slot = posting.Slot;
            ReconcileMessage message = new(slot.Ambito, slot.Sender, slot.Flow, slot.Period, posting.ReceiptId, reply.TouchedKeys);
            await queues.RequestAsync(message, cancellationToken);
        }
    }

    // What was quarantined is kept nowhere: the sender still has it.
    private async Task FileAwayAsync(ReceivedBlob file, Receipt stored, CancellationToken cancellationToken)
    {
        if (stored.Outcome != Outcome.Quarantined)
        {
            await archive.StoreAsync(file, cancellationToken);
        }

        await inbox.RemoveAsync(file, cancellationToken);
    }

    [LoggerMessage(201, LogLevel.Information, "An event for an upload that has its receipt already: nothing to do.")]
    private partial void LogAlreadyDone();

    [LoggerMessage(202, LogLevel.Information, "Upload {ReceiptId}: {Outcome}, {Read} rows read, {Refused} refused.")]
    private partial void LogFinished(string receiptId, Outcome outcome, int read, int refused);

    [LoggerMessage(203, LogLevel.Error, "Upload {ReceiptId} failed at every attempt and was quarantined.")]
    private partial void LogQuarantined(string receiptId);
}
