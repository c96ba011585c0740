using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Uploads;

/// <summary>What an upload changed when it was booked.</summary>
/// <param name="Version">The upload, as the ledger has it.</param>
/// <param name="Summary">What it changed against the one that it replaced, whoever told the same.</param>
/// <param name="Beside">
/// What is to be known beside it. Its <see cref="ChangeBeside.Turns"/> are as of now, while the upload is in force:
/// what others tell may change after it, what it changed does not.
/// </param>
public sealed record UploadChange(RecordedVersion Version, ChangeSummary Summary, ChangeBeside Beside);

/// <summary>What uploads changed.</summary>
public sealed class UploadChanges(
    ILedger ledger, OtherTellings tellings, FileComparison comparison, RowComparison rows, IReceiptStore receipts)
{
    /// <summary>What the upload with a receipt changed; null when it booked nothing.</summary>
    /// <param name="receipt">Number of the receipt.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The ledger has lost the upload that it replaced.</exception>
    public async Task<UploadChange?> FindAsync(Ambito ambito, ReceiptId receipt, CancellationToken cancellationToken)
    {
        UploadSlot slot = new(ambito.Code, ambito.PlaceOf(receipt.Sender), receipt.Flow, receipt.Period);
        if (await ledger.ReadVersionAsync(slot, receipt.Text, cancellationToken) is not { } version)
        {
            return null;
        }

        Posting? old = await ReplacedAsync(version, cancellationToken);
        string[] bodies = BodiesOf(version, old);
        return await OfAsync(
            ambito, version, old,
            OtherTellings.MayBeTold(ambito, slot, bodies)
                ? await tellings.FindAsync(ambito, slot, bodies, cancellationToken) : new PlaceTellings(null, []),
            known: null, cancellationToken);
    }

    /// <summary>The same, with what is in force in its place.</summary>
    /// <param name="known">The receipt.</param>
    /// <returns>Null as the change when it booked nothing.</returns>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<(UploadChange? Change, CurrentUpload? InForce)> FindInPlaceAsync(
        Ambito ambito, Receipt known, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(known.Id);
        UploadSlot slot = new(ambito.Code, ambito.PlaceOf(id.Sender), id.Flow, id.Period);
        RecordedVersion? version = await ledger.ReadVersionAsync(slot, id.Text, cancellationToken);
        Posting? old = version is null ? null : await ReplacedAsync(version, cancellationToken);
        PlaceTellings there = await tellings.FindAsync(ambito, slot, BodiesOf(version, old), cancellationToken);
        return (
            version is null ? null : await OfAsync(ambito, version, old, there, known, cancellationToken), there.Own);
    }

    private static string[] BodiesOf(RecordedVersion? version, Posting? old) => version is { CameIntoForce: true }
        ? [.. version.Posting.Bodies.Union(old?.Bodies ?? [], StringComparer.Ordinal)]
        : [];

    private async Task<Posting?> ReplacedAsync(RecordedVersion version, CancellationToken cancellationToken) =>
        version.Replaced is { } replaced
            ? (await ledger.ReadVersionAsync(version.Posting.Slot, replaced, cancellationToken))?.Posting
                ?? throw new InvalidDataException(
                    $"Upload {version.Posting.ReceiptId} replaced {replaced}, which the ledger does not have.")
            : null;

    private async Task<UploadChange> OfAsync(
        Ambito ambito, RecordedVersion version, Posting? old, PlaceTellings there, Receipt? known,
        CancellationToken cancellationToken)
    {
        Posting posting = version.Posting;
        if (!version.CameIntoForce)
        {
            return new UploadChange(version, ChangeSummary.Between(posting, posting), new ChangeBeside());
        }

        ComparedFiles compared = FileComparison.Between(old, posting);
        (ChangeSummary summary, ChangeBeside beside) = compared;
        if (old is not null && RowComparison.IsAsked(compared))
        {
            beside = beside with
            {
                DifferentRows = await rows.DifferentAsync(
                    RecordedRows.Of(old), RecordedRows.Of(posting), cancellationToken),
            };
        }

        if (there.Own?.ReceiptId == posting.ReceiptId)
        {
            beside = beside with
            {
                Turns = await comparison.TodayAsync(ambito, old, posting, there.Others, cancellationToken),
            };
        }

        return new UploadChange(
            version, summary,
            beside.PostsNothing && old is not null
                ? FileComparison.WithTotals(
                    beside,
                    await receipts.FindAsync(ReceiptId.Parse(old.ReceiptId), cancellationToken),
                    known ?? await receipts.FindAsync(ReceiptId.Parse(posting.ReceiptId), cancellationToken))
                : beside);
    }
}
