using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Hub.Uploads;

/// <summary>Stores a receipt in its forms, and last the JSON, which is the receipt.</summary>
/// <remarks>
/// Whatever has a receipt has the other forms too, since they are written before it; repeating the step writes them
/// again.
/// </remarks>
public sealed class ReceiptDelivery(IReceiptStore receipts, IEnumerable<IReceiptForm> forms)
{
    /// <summary>Stores all forms of a receipt. Its file is in the archive, unless it is quarantined.</summary>
    /// <param name="receipt">What was found, to be stored once.</param>
    /// <param name="cancellationToken">Interrupts; the step comes again.</param>
    /// <param name="bodies">Whose figures an accepted file holds; null = it was not accepted.</param>
    /// <returns>The receipt that is stored: the earlier one when the step is repeated.</returns>
    public async Task<Receipt> StoreAsync(
        Receipt receipt, CancellationToken cancellationToken, IReadOnlyList<string>? bodies = null)
    {
        await StoreFormsAsync(receipt, cancellationToken);
        Receipt stored = await receipts.StoreAsync(receipt, cancellationToken, bodies);

        // The same event twice at once, and the configuration changed between them: the earlier verdict stands, in
        // every form.
        if (ReceiptJson.Write(stored with { FinishedAt = receipt.FinishedAt }) != ReceiptJson.Write(receipt))
        {
            await StoreFormsAsync(stored, cancellationToken);
        }

        return stored;
    }

    private async Task StoreFormsAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(receipt.Id);
        foreach (IReceiptForm form in forms)
        {
            if (form.Has(receipt))
            {
                await using Stream content = await form.WriteAsync(receipt, cancellationToken);
                await receipts.StoreFormAsync(id, form, content, cancellationToken);
            }
            else if (receipt.Outcome == Outcome.Quarantined)
            {
                // An attempt that failed later on may have left one: nothing of the file stays.
                await receipts.RemoveFormAsync(id, form, cancellationToken);
            }
        }
    }
}
