using PianoZona.Contracts.Ledger;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Uploads;

/// <summary>What the ledger made of an upload.</summary>
public abstract record Booking
{
    private Booking()
    {
    }

    /// <summary>It is posted, or has nothing to post.</summary>
    public sealed record Done : Booking;

    /// <summary>It waits for staff to accept it.</summary>
    /// <param name="Reason">Why, in Italian, as the rule says it.</param>
    public sealed record Waits(string Reason) : Booking;

    /// <summary>The same bytes are in force already; nothing was posted.</summary>
    /// <param name="Earlier">The upload that brought them.</param>
    public sealed record Repeats(CurrentUpload Earlier) : Booking;
}

/// <summary>
/// Brings an examined upload to the ledger, unless it repeats what is in force or must wait; repeating the step changes
/// nothing.
/// </summary>
public sealed class UploadBooking(ILedger ledger, AmendmentHold amendments, UploadPosting posting)
{
    /// <summary>Posts what the upload holds.</summary>
    public async Task<Booking> BookAsync(ReceivedFile file, Examination found, CancellationToken cancellationToken)
    {
        CurrentUpload? current = found.Slot is { } slot ? await ledger.FindCurrentAsync(slot, cancellationToken) : null;
        if (current is not null && current.ReceiptId != file.ReceiptId.Text && current.Sha256 == found.Sha256)
        {
            return new Booking.Repeats(current);
        }

        return found.IsAccepted && await PostAsync(file, found, current, cancellationToken) is { } reason
            ? new Booking.Waits(reason)
            : new Booking.Done();
    }

    // Why it waits instead, if it does. What an attempt before this one has posted counts, whatever was decided
    // meanwhile.
    private async Task<string?> PostAsync(
        ReceivedFile file, Examination found, CurrentUpload? current, CancellationToken cancellationToken)
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
}
