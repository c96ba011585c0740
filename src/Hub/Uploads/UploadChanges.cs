using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Uploads;

/// <summary>What an upload changed when it was booked.</summary>
/// <param name="Version">The upload, as the ledger has it.</param>
/// <param name="Summary">What it changed against the one that it replaced.</param>
public sealed record UploadChange(RecordedVersion Version, ChangeSummary Summary);

/// <summary>What uploads changed.</summary>
public sealed class UploadChanges(ILedger ledger)
{
    /// <summary>What the upload with a receipt changed; null when it booked nothing.</summary>
    /// <param name="ambito">Code of the Ambito.</param>
    /// <param name="receipt">Number of the receipt.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The ledger has lost the upload that it replaced.</exception>
    public async Task<UploadChange?> FindAsync(string ambito, ReceiptId receipt, CancellationToken cancellationToken)
    {
        UploadSlot slot = new(ambito, receipt.Sender, receipt.Flow, receipt.Period);
        return await ledger.ReadVersionAsync(slot, receipt.Text, cancellationToken) is { } version
            ? new UploadChange(version, await SummaryAsync(version, cancellationToken))
            : null;
    }

    private async Task<ChangeSummary> SummaryAsync(RecordedVersion version, CancellationToken cancellationToken)
    {
        Posting posting = version.Posting;
        Posting? old = version.Replaced is { } replaced
            ? (await ledger.ReadVersionAsync(posting.Slot, replaced, cancellationToken))?.Posting
                ?? throw new InvalidDataException(
                    $"Upload {posting.ReceiptId} replaced {replaced}, which the ledger does not have.")
            : null;
        return version.CameIntoForce ? ChangeSummary.Between(old, posting) : ChangeSummary.Between(posting, posting);
    }
}
