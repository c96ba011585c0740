using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>A draft against what is in force in its place.</summary>
public sealed class DraftComparison(ILedger ledger, AmendmentHold amendments)
{
    /// <summary>What was found in a draft, with what it would replace and change, and whether it would wait.</summary>
    public async Task<DraftCheck> WithBooksAsync(
        Examination found, Receipt receipt, bool isNil, CancellationToken cancellationToken)
    {
        if (found.Slot is not { } slot)
        {
            return new DraftCheck(receipt, isNil, null, IsSame: false, null, [], null);
        }

        Posting? current = await ledger.ReadCurrentAsync(slot, cancellationToken);
        bool isSame = current is not null && current.Sha256 == found.Sha256;
        if (isSame || !found.IsAccepted)
        {
            return new DraftCheck(receipt, isNil, current?.ReceiptId, isSame, current?.Rows, [], null);
        }

        Posting next = found.Posting(UploadSequence.At(receipt.ReceivedAt), receipt.Id);
        ChangeSummary summary = ChangeSummary.Between(current, next);
        return new DraftCheck(
            receipt, isNil, current?.ReceiptId, IsSame: false, summary.RowsBefore,
            [.. summary.Changes.Select(one => new DraftChange(one.Fund, one.Kind, one.Before, one.After))],
            await amendments.ReasonAsync(
                next, UploadSequence.DayReceived(UploadSequence.At(receipt.ReceivedAt)), cancellationToken))
        {
            Bodies = next.Bodies,
            Detail = summary.Detail,
            MissingBodies = current is { Rows: > 0 }
                ? [.. current.Bodies.Except(next.Bodies, StringComparer.Ordinal)] : [],
        };
    }

    /// <summary>Whether what a draft would replace is still what it was when it was checked.</summary>
    public async Task<bool> IsCurrentAsync(
        Ambito ambito, string sender, DraftCheck check, CancellationToken cancellationToken)
    {
        if (check.Found is { Flow: "" } or { Period: "" })
        {
            return check.Replaces is null; // of no place, nothing is replaced
        }

        UploadSlot slot = new(ambito.Code, sender, check.Found.Flow, check.Found.Period);
        return (await ledger.FindCurrentAsync(slot, cancellationToken))?.ReceiptId == check.Replaces;
    }
}
