using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>The sender's sheet back, with its problems in it.</summary>
public sealed class WorkbookForm(IArchive archive, ReturnedSheet sheet) : IReceiptForm
{
    /// <inheritdoc/>
    public string Ending => ReceiptForms.Workbook;

    /// <inheritdoc/>
    public string ContentType => ReceiptForms.WorkbookType;

    /// <inheritdoc/>
    public bool Has(Receipt receipt) => ReturnedSheet.Has(receipt);

    /// <inheritdoc/>
    /// <remarks>From the archive, where the sender cannot write the file again meanwhile.</remarks>
    public async Task<Stream> WriteAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        await using IStoredFile file = await archive.TryOpenAsync(ReceiptId.Parse(receipt.Id), cancellationToken)
            ?? throw new InvalidOperationException($"Upload {receipt.Id} is not in the archive.");
        return await sheet.WriteAsync(file, receipt, isSent: true, cancellationToken);
    }
}
