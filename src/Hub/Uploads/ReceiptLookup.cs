using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>Opens receipts, and the files they are about. Who may read which is for the caller to say.</summary>
public sealed class ReceiptLookup(IReceiptStore receipts, IArchive archive)
{
    /// <summary>The receipt with a number; null when there is none.</summary>
    public Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken) =>
        receipts.FindAsync(id, cancellationToken);

    /// <summary>The receipt with a number, when it is of a file; null otherwise.</summary>
    /// <param name="sha256">Hash of the file, in hexadecimal digits of any case.</param>
    public async Task<Receipt?> FindOfFileAsync(
        ReceiptId id, string sha256, CancellationToken cancellationToken) =>
        await receipts.FindAsync(id, cancellationToken) is { } receipt
        && string.Equals(receipt.Sha256, sha256, StringComparison.OrdinalIgnoreCase)
            ? receipt
            : null;

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

    /// <summary>
    /// The file of a receipt, as it was sent; the caller closes it. Null when there is no such receipt, when the file
    /// is in quarantine, and when it is not in the archive.
    /// </summary>
    public async Task<SentBytes?> OpenFileAsync(ReceiptId id, CancellationToken cancellationToken) =>
        await receipts.FindAsync(id, cancellationToken) is { } receipt
        && receipt.Outcome != Outcome.Quarantined
        && await archive.TryOpenReceivedAsync(id, cancellationToken) is { } file
            ? new SentBytes(file, receipt.FileName)
            : null;
}

/// <summary>A file that was sent, opened.</summary>
/// <param name="File">Its bytes.</param>
/// <param name="Name">The name that its sender gave it: data for who may read it alone.</param>
public sealed record SentBytes(ReceivedFile File, string Name);
