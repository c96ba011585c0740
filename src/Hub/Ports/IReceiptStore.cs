using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Hub.Ports;

/// <summary>The receipts. A receipt is written once and never changed; its other forms are written before it.</summary>
public interface IReceiptStore
{
    /// <summary>Stores a receipt, unless one with its number is there already.</summary>
    /// <param name="bodies">
    /// Whose figures an accepted file holds, kept beside the receipt for lists; null = it was not accepted.
    /// </param>
    /// <returns>The receipt that is stored: the earlier one when a step is repeated.</returns>
    Task<Receipt> StoreAsync(
        Receipt receipt, CancellationToken cancellationToken, IReadOnlyList<string>? bodies = null);

    /// <summary>The receipt with a number; null when there is none.</summary>
    Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a receipt in another form, in the place of what was there: one transaction, and the same when it is
    /// repeated.
    /// </summary>
    Task StoreFormAsync(ReceiptId id, IReceiptForm form, Stream content, CancellationToken cancellationToken);

    /// <summary>Makes sure that a receipt has not that form.</summary>
    Task RemoveFormAsync(ReceiptId id, IReceiptForm form, CancellationToken cancellationToken);

    /// <summary>A receipt in the form with an ending; null when it has none.</summary>
    Task<Stream?> FindFormAsync(ReceiptId id, string ending, CancellationToken cancellationToken);

    /// <summary>
    /// The receipts of a sender, in no order: one listing; one that was stored before its facts were kept beside it is
    /// opened.
    /// </summary>
    /// <param name="sender">Code of the sender.</param>
    IAsyncEnumerable<ReceiptLine> ListAsync(string sender, CancellationToken cancellationToken);

    /// <summary>What rules on trial found, receipt by receipt: one listing, no receipt is read.</summary>
    IAsyncEnumerable<(string ReceiptId, string Code, int Breaches)> ListTrialsAsync(
        CancellationToken cancellationToken);
}
