using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Functions.Storage;

/// <summary>The receipts: container <c>esiti</c>. A receipt is written once and never changed.</summary>
public sealed class BlobReceipts(BlobServiceClient service)
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Receipts);

    /// <summary>Stores a receipt, unless one with its number is there already.</summary>
    /// <returns>The receipt that is stored: the earlier one when a step is repeated.</returns>
    public async Task<Receipt> StoreAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(receipt.Id);
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        };
        try
        {
            await Blob(id).UploadAsync(BinaryData.FromString(ReceiptJson.Write(receipt)), createOnly, cancellationToken);
            return receipt;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return await FindAsync(id, cancellationToken)
                ?? throw new InvalidOperationException($"Receipt {id} exists and cannot be read.", exception);
        }
    }

    /// <summary>The receipt with a number; null when there is none.</summary>
    public async Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await Blob(id).DownloadContentAsync(cancellationToken);
            return ReceiptJson.Read(download.Content.ToString());
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private BlobClient Blob(ReceiptId id) => container.GetBlobClient($"{id.Path}.json");
}
