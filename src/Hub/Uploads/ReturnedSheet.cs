using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Reading;
using PianoZona.Workbooks;

namespace PianoZona.Hub.Uploads;

/// <summary>A sender's sheet with the problems of a receipt in it.</summary>
public sealed class ReturnedSheet(UploadReader reader)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Whether a receipt has one: something was found, in a file that could be read and kept.</summary>
    public static bool Has(Receipt receipt) =>
        receipt is { Problems.Count: > 0, ReadAs: not null } && receipt.Outcome != Outcome.Quarantined;

    /// <summary>Writes it, through a file, so that a long sheet is not held in memory.</summary>
    /// <param name="file">The file that the receipt is about.</param>
    /// <param name="receipt">What was found in it.</param>
    /// <param name="isSent">Whether the file was sent; else the receipt is the one that it would get.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The workbook (XLSX), at its beginning; closing it takes it away.</returns>
    public async Task<Stream> WriteAsync(
        IStoredFile file, Receipt receipt, bool isSent, CancellationToken cancellationToken)
    {
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
            await ReturnedWorkbook.WriteAsync(receipt, rows, workbook, cancellationToken, isSent);
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
