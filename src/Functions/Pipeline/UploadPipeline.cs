using Azure;
using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Storage;
using PianoZona.Validation;

namespace PianoZona.Functions.Pipeline;

/// <summary>
/// What becomes of a file in the inbox: examined, archived, posted, announced for reconciliation, receipted, removed, in this order.
/// </summary>
/// <remarks>
/// Every step may be repeated: the receipt's number derives from the upload, the receipt and the archive are written once, the ledger
/// recognises what it has. The receipt comes after what it claims, so none says "accepted" of a file that the ledger could not take; the
/// file leaves the inbox last, so whatever was interrupted is taken up again.
/// </remarks>
public sealed partial class UploadPipeline(
    BlobInbox inbox,
    UploadExamination examination,
    BlobReceipts receipts,
    ReceiptDelivery delivery,
    ILedger ledger,
    UploadPosting posting,
    AmendmentDesk amendments,
    BlobArchive archive,
    AmbitoDirectory ambiti,
    YearBefore yearBefore,
    DeadlineRegister deadlines,
    MailPipeline mail,
    TimeProvider time,
    ILogger<UploadPipeline> logger)
{
    // The rows of a longer file are kept so that each opens at once; a shorter one is read again from its start.
    private const int LongFile = 1024 * 1024;

    /// <summary>Processes a file, or finishes what an earlier attempt began.</summary>
    /// <param name="blobName">Path in the inbox.</param>
    /// <param name="cancellationToken">Interrupts between steps; the event comes again.</param>
    public async Task ProcessAsync(string blobName, CancellationToken cancellationToken)
    {
        await using ReceivedBlob? file = await TryOpenAsync(blobName, cancellationToken);
        if (file is null)
        {
            return;
        }

        if (await TakeInAsync(file, cancellationToken) is not { } found)
        {
            LogReplaced(file.ReceiptId.Text);
            return;
        }

        CurrentUpload? current = found.Slot is { } slot ? await ledger.FindCurrentAsync(slot, cancellationToken) : null;
        bool repeated = current is not null && current.ReceiptId != file.ReceiptId.Text && current.Sha256 == found.Sha256;
        string? waits = repeated || !found.IsAccepted ? null : await PostAsync(file, found, current, cancellationToken);

        Receipt verdict = repeated
            ? await RepeatAsync(file, found, current!, cancellationToken)
            : found.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow());
        Receipt stored = await delivery.StoreAsync(waits is null ? verdict : AmendmentDesk.Waiting(verdict, waits), cancellationToken);
        await mail.AnnounceAsync(stored, cancellationToken);
        await inbox.RemoveAsync(file, cancellationToken);
        LogFinished(stored.Id, stored.Outcome, stored.Rows.Read, stored.Rows.Refused);
    }

    /// <summary>Gives a file that failed at every attempt its receipt, with the reason, and takes it out of the inbox.</summary>
    public async Task QuarantineAsync(string blobName, CancellationToken cancellationToken)
    {
        await using ReceivedBlob? file = await TryOpenAsync(blobName, cancellationToken);
        if (file is null)
        {
            return;
        }

        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        Examination failed = new(
            Validation.Envelope.Check(file.Name, known.OfSender), string.Empty, null, UploadExamination.NotProcessable(), null);
        Receipt stored = await delivery.StoreAsync(failed.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow()), cancellationToken);
        await mail.AnnounceAsync(stored, cancellationToken);
        await inbox.RemoveAsync(file, cancellationToken);
        LogQuarantined(stored.Id);
    }

    private async Task<ReceivedBlob?> TryOpenAsync(string blobName, CancellationToken cancellationToken)
    {
        ReceivedBlob? file = await inbox.TryOpenAsync(blobName, cancellationToken);
        if (file is null)
        {
            LogAlreadyDone();
        }
        else if (TransactionCounter.Ambient is { } tally)
        {
            tally.ReceiptId = file.ReceiptId.Text;
        }

        return file;
    }

    // Examined and archived, before anything else is written. Null when the sender wrote the file again meanwhile: the newer version has its
    // own event. What holds personal data is archived nowhere: the sender still has it.
    private async Task<Examination?> TakeInAsync(ReceivedBlob file, CancellationToken cancellationToken)
    {
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        try
        {
            EnvelopeResult envelope = await yearBefore.AddToAsync(Validation.Envelope.Check(file.Name, known.OfSender), cancellationToken);
            envelope = await deadlines.AddToAsync(envelope, cancellationToken);
            using RowBook? rows = file.Length > LongFile ? new RowBook() : null;
            Examination found = await examination.ExamineAsync(envelope, file, file.Submission, cancellationToken, rows);
            if (found.Verdict.Outcome != Outcome.Quarantined)
            {
                await archive.StoreAsync(file, cancellationToken);
            }

            if (rows is not null && found.IsAccepted)
            {
                await archive.StoreRowsAsync(file.ReceiptId, rows, cancellationToken);
            }

            return found;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return null;
        }
    }

    // Why it waits instead, if it does. What an attempt before this one has posted counts, whatever was decided meanwhile.
    private async Task<string?> PostAsync(ReceivedBlob file, Examination found, CurrentUpload? current, CancellationToken cancellationToken)
    {
        Posting entries = found.Posting(file.Sequence, file.ReceiptId.Text);
        string? waits = current?.ReceiptId == entries.ReceiptId
            ? null
            : await amendments.HoldsAsync(entries, file.Submission.ReceivedOn, cancellationToken);
        if (waits is null)
        {
            await posting.PostAsync(entries, current, cancellationToken);
        }

        return waits;
    }

    // The same bytes again: the earlier verdict under this upload's number, and nothing is posted.
    private async Task<Receipt> RepeatAsync(ReceivedBlob file, Examination found, CurrentUpload current, CancellationToken cancellationToken)
    {
        // The earlier upload may be between its posting and its receipt: the same bytes have the same verdict.
        Receipt earlier = await receipts.FindAsync(ReceiptId.Parse(current.ReceiptId), cancellationToken)
            ?? found.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow());
        Problem same = RuleCatalogue.Of("PZ1017").At(new Location(Expected: current.ReceiptId), ("esito", current.ReceiptId));
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

    [LoggerMessage(201, LogLevel.Information, "An event for an upload that has its receipt already: nothing to do.")]
    private partial void LogAlreadyDone();

    [LoggerMessage(202, LogLevel.Information, "Upload {ReceiptId}: {Outcome}, {Read} rows read, {Refused} refused.")]
    private partial void LogFinished(string receiptId, Outcome outcome, int read, int refused);

    [LoggerMessage(205, LogLevel.Information, "Upload {ReceiptId} was replaced by its sender before it was taken in.")]
    private partial void LogReplaced(string receiptId);

    [LoggerMessage(203, LogLevel.Error, "Upload {ReceiptId} failed at every attempt and was quarantined.")]
    private partial void LogQuarantined(string receiptId);
}
