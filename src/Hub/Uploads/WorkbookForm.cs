using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Reading;
using PianoZona.Workbooks;

namespace PianoZona.Hub.Uploads;

/// <summary>The sender's sheet back, with its problems in it.</summary>
public sealed class WorkbookForm(IArchive archive, UploadReader reader) : IReceiptForm
{
    private const int BufferSize = 64 * 1024;

    /// <inheritdoc/>
    public string Ending => ReceiptForms.Workbook;

    /// <inheritdoc/>
    public string ContentType => ReceiptForms.WorkbookType;

    /// <inheritdoc/>
    public bool Has(Receipt receipt) => ReceiptDelivery.HasWorkbook(receipt);

    /// <inheritdoc/>
    /// <remarks>
    /// From the archive, where the sender cannot write the file again meanwhile. Through a file, so that a long sheet
    /// is not held in memory.
    /// </remarks>
    public async Task<Stream> WriteAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        await using IStoredFile file = await archive.TryOpenAsync(ReceiptId.Parse(receipt.Id), cancellationToken)
            ?? throw new InvalidOperationException($"Upload {receipt.Id} is not in the archive.");
        ReadResult read = await reader.OpenAsync(file, receipt.Flow, cancellationToken);
        await using IRowSource? rows = read.Source;
        FileStream workbook = new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferSize,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        FileStream? unfinished = workbook;
        try
        {
            await ReturnedWorkbook.WriteAsync(receipt, rows, workbook, cancellationToken);
            workbook.Position = 0;
            unfinished = null;
            return workbook;
        }
        finally
        {
            if (unfinished is not null)
            {
                await unfinished.DisposeAsync();
            }
        }
    }
}
