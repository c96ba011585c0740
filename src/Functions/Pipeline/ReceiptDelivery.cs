using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Pages;
using PianoZona.Functions.Storage;
using PianoZona.Notification.Sending;
using PianoZona.Reading;
using PianoZona.Web.Layout;
using PianoZona.Workbooks;

namespace PianoZona.Functions.Pipeline;

/// <summary>Stores a receipt in its forms: the page, the sender's sheet back when there are problems, and last the JSON, which is the receipt.</summary>
/// <remarks>Whatever has a receipt has the other forms too, since they are written before it; repeating the step writes them again.</remarks>
public sealed class ReceiptDelivery(BlobReceipts receipts, BlobArchive archive, UploadReader reader, HubAddress hub)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Whether the sender gets its sheet back: something was found in a file that can be read and kept.</summary>
    public static bool HasWorkbook(Receipt receipt) =>
        receipt is { Problems.Count: > 0, ReadAs: not null } && receipt.Outcome != Outcome.Quarantined;

    /// <summary>Stores all forms of a receipt. Its file is in the archive, unless it is quarantined.</summary>
    /// <returns>The receipt that is stored: the earlier one when the step is repeated.</returns>
    public async Task<Receipt> StoreAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        await StoreBesideAsync(receipt, cancellationToken);
        Receipt stored = await receipts.StoreAsync(receipt, cancellationToken);

        // The same event twice at once, and the configuration changed between them: the earlier verdict stands, in every form.
        if (ReceiptJson.Write(stored with { FinishedAt = receipt.FinishedAt }) != ReceiptJson.Write(receipt))
        {
            await StoreBesideAsync(stored, cancellationToken);
        }

        return stored;
    }

    private async Task StoreBesideAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(receipt.Id);
        string page = await PageRenderer.RenderAsync(ReceiptPages.Stored(receipt, hub.Address));
        await receipts.StorePageAsync(id, page, cancellationToken);
        if (HasWorkbook(receipt))
        {
            await StoreWorkbookAsync(receipt, id, cancellationToken);
        }
        else if (receipt.Outcome == Outcome.Quarantined)
        {
            // An attempt that failed later on may have left one: nothing of the file stays.
            await receipts.RemoveWorkbookAsync(id, cancellationToken);
        }
    }

    // From the archive, where the sender cannot write the file again meanwhile. Through a file, so that a long sheet is not held in memory.
    private async Task StoreWorkbookAsync(Receipt receipt, ReceiptId id, CancellationToken cancellationToken)
    {
        await using PinnedBlob file = await archive.OpenAsync(id, cancellationToken);
        ReadResult read = await reader.OpenAsync(file, receipt.Flow, cancellationToken);
        await using IRowSource? rows = read.Source;
        await using FileStream workbook = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await ReturnedWorkbook.WriteAsync(receipt, rows, workbook, cancellationToken);
        workbook.Position = 0;
        await receipts.StoreWorkbookAsync(id, workbook, cancellationToken);
    }
}
