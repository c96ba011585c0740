using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>A draft against what is in force in its place.</summary>
public sealed class DraftComparison(
    ILedger ledger, AmendmentHold amendments, OtherTellings tellings, FileComparison comparison,
    RowComparison rows, IReceiptStore receipts)
{
    /// <summary>What was found in a draft, with what it would replace and change, and whether it would wait.</summary>
    public async Task<DraftCheck> WithBooksAsync(
        Ambito ambito, DraftFile file, Examination found, Receipt receipt, CancellationToken cancellationToken)
    {
        bool isNil = file.Facts.NilReturn;
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
        return await ComparedAsync(ambito, file, current, next, receipt, cancellationToken);
    }

    /// <summary>
    /// Whether what a draft would replace, and what others tell of the same, is still what it was when it was checked.
    /// </summary>
    public async Task<bool> IsCurrentAsync(
        Ambito ambito, string sender, DraftCheck check, CancellationToken cancellationToken)
    {
        if (check.Found is { Flow: "" } or { Period: "" })
        {
            return check.Replaces is null; // of no place, nothing is replaced
        }

        UploadSlot slot = new(ambito.Code, sender, check.Found.Flow, check.Found.Period);
        PlaceTellings there = await tellings.FindAsync(ambito, slot, BodiesOf(check), cancellationToken);
        return there.Own?.ReceiptId == check.Replaces
            && ReceiptsOf(there.Others).SequenceEqual(check.Others, StringComparer.Ordinal);
    }

    private static IEnumerable<string> ReceiptsOf(IEnumerable<CurrentUpload> others) =>
        others.Select(one => one.ReceiptId);

    private static string[] BodiesOf(DraftCheck check) => [.. check.Bodies, .. check.MissingBodies];

    private async Task<DraftCheck> ComparedAsync(
        Ambito ambito, DraftFile file, Posting? current, Posting next, Receipt receipt,
        CancellationToken cancellationToken)
    {
        DraftCheck check = new(
            receipt, file.Facts.NilReturn, current?.ReceiptId, IsSame: false, current?.Rows, [], null)
        {
            Bodies = next.Bodies,
            MissingBodies = current is { Rows: > 0 }
                ? [.. current.Bodies.Except(next.Bodies, StringComparer.Ordinal)] : [],
        };
        string[] bodies = BodiesOf(check);
        IReadOnlyList<CurrentUpload> others = OtherTellings.MayBeTold(ambito, next.Slot, bodies)
            ? (await tellings.FindAsync(ambito, next.Slot, bodies, cancellationToken)).Others
            : [];
        ComparedFiles compared = await comparison.CompareAsync(ambito, current, next, others, cancellationToken);
        (ChangeSummary summary, ChangeBeside beside) = compared;
        return check with
        {
            Changes = [.. summary.Changes.Select(one => new DraftChange(one.Fund, one.Kind, one.Before, one.After))],
            Waits = await amendments.ReasonAsync(
                next, UploadSequence.DayReceived(UploadSequence.At(receipt.ReceivedAt)), cancellationToken),
            Detail = summary.Detail,
            Beside = await WithTotalsAsync(beside, current, receipt, cancellationToken) with
            {
                DifferentRows = current is not null && RowComparison.IsAsked(compared)
                    ? await rows.DifferentAsync(
                        RecordedRows.Of(current), file.Facts.PathOf(file.Key), file.Content, next.Rows,
                        cancellationToken)
                    : null,
            },
            Others = [.. ReceiptsOf(others)],
            ToldBy = compared.ToldBy,
        };
    }

    private async Task<ChangeBeside> WithTotalsAsync(
        ChangeBeside beside, Posting? current, Receipt receipt, CancellationToken cancellationToken) =>
        beside.PostsNothing && current is not null
            ? FileComparison.WithTotals(
                beside, await receipts.FindAsync(ReceiptId.Parse(current.ReceiptId), cancellationToken), receipt)
            : beside;
}
