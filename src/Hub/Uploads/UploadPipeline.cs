using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>
/// What becomes of a file in the inbox: examined, archived, posted, announced for reconciliation, receipted, removed,
/// in this order.
/// </summary>
/// <remarks>
/// Every step may be repeated: the receipt's number derives from the upload, the receipt and the archive are written
/// once, the ledger recognises what it has. The receipt comes after what it claims, so none says "accepted" of a file
/// that the ledger could not take; the file leaves the inbox last, so whatever was interrupted is taken up again.
/// </remarks>
public sealed partial class UploadPipeline(
    IInbox inbox,
    UploadIntake intake,
    UploadBooking booking,
    VerdictDelivery verdicts,
    IUploadCosts costs,
    ILogger<UploadPipeline> logger)
{
    /// <summary>Processes a file, or finishes what an earlier attempt began.</summary>
    /// <param name="name">Path in the inbox.</param>
    /// <param name="cancellationToken">Interrupts between steps; the event comes again.</param>
    public async Task ProcessAsync(string name, CancellationToken cancellationToken)
    {
        await using ReceivedFile? file = await TryOpenAsync(name, cancellationToken);
        if (file is null)
        {
            return;
        }

        if (await intake.TakeInAsync(file, cancellationToken) is not { } found)
        {
            LogReplaced(file.ReceiptId.Text);
            return;
        }

        Booking booked = await booking.BookAsync(file, found, cancellationToken);
        Receipt stored = await verdicts.DeliverAsync(file, found, booked, cancellationToken);
        LogFinished(stored.Id, stored.Outcome, stored.Rows.Read, stored.Rows.Refused);
    }

    /// <summary>
    /// Gives a file that failed at every attempt its receipt, with the reason, and takes it out of the inbox.
    /// </summary>
    public async Task QuarantineAsync(string name, CancellationToken cancellationToken)
    {
        await using ReceivedFile? file = await TryOpenAsync(name, cancellationToken);
        if (file is null)
        {
            return;
        }

        Examination failed = await intake.GiveUpAsync(file, cancellationToken);
        Receipt stored = await verdicts.DeliverAsync(file, failed, new Booking.Done(), cancellationToken);
        LogQuarantined(stored.Id);
    }

    private async Task<ReceivedFile?> TryOpenAsync(string name, CancellationToken cancellationToken)
    {
        ReceivedFile? file = await inbox.TryOpenAsync(name, cancellationToken);
        if (file is null)
        {
            LogAlreadyDone();
        }
        else
        {
            costs.ChargeTo(file.ReceiptId.Text);
        }

        return file;
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
