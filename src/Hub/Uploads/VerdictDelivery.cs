using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>
/// Gives a file its receipt, has its sender told, and takes the file out of the inbox: last, so that what was
/// interrupted comes again.
/// </summary>
public sealed class VerdictDelivery(
    IInbox inbox, IDraftStore drafts, IReceiptStore receipts, ReceiptDelivery delivery, MailRequests mail,
    TimeProvider time)
{
    /// <summary>Delivers a verdict.</summary>
    /// <returns>The receipt that is stored: the earlier one when the step is repeated.</returns>
    public async Task<Receipt> DeliverAsync(
        ReceivedFile file, Examination found, Booking booking, CancellationToken cancellationToken)
    {
        Receipt verdict = booking is Booking.Repeats repeated
            ? await RepeatAsync(file, found, repeated.Earlier, cancellationToken)
            : found.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow());
        Receipt stored = await delivery.StoreAsync(
            booking is Booking.Waits waits ? AmendmentHold.Waiting(verdict, waits.Reason) : verdict, cancellationToken,
            found.Bodies);
        await mail.AnnounceAsync(stored, found.Bodies, cancellationToken);
        // What is quarantined is kept nowhere, and the draft that was sent is another copy of it.
        if (stored.Outcome == Outcome.Quarantined && DraftOf(file) is { } draft)
        {
            await drafts.EmptyAsync(draft, cancellationToken);
        }

        await inbox.RemoveAsync(file, cancellationToken);
        return stored;
    }

    // Null when it was written into the inbox and never was a draft.
    private static DraftKey? DraftOf(ReceivedFile file) =>
        DraftKey.Parse(file.ReceiptId.Sender, file.Name[(file.Name.LastIndexOf('/') + 1)..]);

    // The same bytes again: the earlier verdict under this upload's number.
    private async Task<Receipt> RepeatAsync(
        ReceivedFile file, Examination found, CurrentUpload current, CancellationToken cancellationToken)
    {
        // The earlier upload may be between its posting and its receipt: the same bytes have the same verdict.
        Receipt earlier = await receipts.FindAsync(ReceiptId.Parse(current.ReceiptId), cancellationToken)
            ?? found.Receipt(file.ReceiptId, file.ReceivedAt, time.GetUtcNow());
        Problem same = RuleCatalogue
            .Of("PZ1017")
            .At(new Location(Expected: current.ReceiptId), ("esito", current.ReceiptId));
        return earlier with
        {
            Id = file.ReceiptId.Text,
            FileName = found.Envelope.FileName,
            ReceivedAt = file.ReceivedAt,
            FinishedAt = time.GetUtcNow(),
            Problems = [same, .. earlier.Problems],
            ProblemCounts = new SortedDictionary<string, int>(
                earlier.ProblemCounts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
            {
                [same.Code] = 1,
            },
        };
    }
}
