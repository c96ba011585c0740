using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>Opens receipts. Who may read which is for the caller to say.</summary>
public sealed class ReceiptLookup(IReceiptStore receipts)
{
    /// <summary>The receipt with a number; null when there is none.</summary>
    public Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken) =>
        receipts.FindAsync(id, cancellationToken);

    /// <summary>A receipt in the form with an ending; null when it has none.</summary>
    public Task<Stream?> FindFormAsync(ReceiptId id, string ending, CancellationToken cancellationToken) =>
        receipts.FindFormAsync(id, ending, cancellationToken);

    /// <summary>
    /// A receipt of a file whose rows may be shown: null when there is none, when the file could not be read as rows,
    /// and when it is in quarantine.
    /// </summary>
    public async Task<Receipt?> FindWithRowsAsync(ReceiptId id, CancellationToken cancellationToken) =>
        await receipts.FindAsync(id, cancellationToken) is { ReadAs: not null } receipt
            && receipt.Outcome != Outcome.Quarantined
            ? receipt
            : null;
}
