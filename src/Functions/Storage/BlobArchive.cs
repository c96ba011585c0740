using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Functions.Storage;

/// <summary>The files received, by receipt: container <c>archivio</c>. Written once, never changed.</summary>
public sealed class BlobArchive(BlobServiceClient service, TimeProvider time)
{
    private const string RowsEnding = ".righe";
    private const string IndexMetadata = "indice";

    private readonly BlobContainerClient inbox = service.GetBlobContainerClient(StorageNames.Inbox);
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Archive);

    /// <summary>Opens a file that has been stored.</summary>
    /// <exception cref="RequestFailedException">404: it has not.</exception>
    public async Task<PinnedBlob> OpenAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        BlobClient blob = container.GetBlobClient(id.Path);
        return new PinnedBlob(blob, await blob.DownloadStreamingAsync(cancellationToken: cancellationToken));
    }

    /// <summary>Opens a file that has been stored, with what came with it.</summary>
    /// <exception cref="RequestFailedException">404: it has not.</exception>
    public async Task<ReceivedBlob> OpenReceivedAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        BlobClient blob = container.GetBlobClient(id.Path);
        return new ReceivedBlob(blob, await blob.DownloadStreamingAsync(cancellationToken: cancellationToken));
    }

    /// <summary>Stores the accepted rows of a long file beside it: one transaction, and the same when it is repeated.</summary>
    public async Task StoreRowsAsync(ReceiptId id, RowBook rows, CancellationToken cancellationToken)
    {
        Stream content = rows.Finish();
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexMetadata] = rows.Index },
        };
        try
        {
            await container.GetBlobClient(id.Path + RowsEnding).UploadAsync(content, createOnly, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // An attempt that was interrupted has stored them: the archive is written once.
        }
    }

    /// <summary>The accepted rows of a long file; null when it is not long, or was not accepted.</summary>
    public async Task<StoredRows?> FindRowsAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        BlobClient blob = container.GetBlobClient(id.Path + RowsEnding);
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return new StoredRows(blob, properties.Metadata[IndexMetadata]);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies a file within the account, without its bytes passing through the hub; repeating it changes nothing.</summary>
    public async Task StoreAsync(ReceivedBlob file, CancellationToken cancellationToken)
    {
        BlobClient target = container.GetBlobClient(file.ReceiptId.Path);
        BlobCopyFromUriOptions options = new()
        {
            SourceConditions = new BlobRequestConditions { IfMatch = file.ETag },
            DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        CopyFromUriOperation copy;
        try
        {
            copy = await target.StartCopyFromUriAsync(inbox.GetBlobClient(file.Name).Uri, options, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return;
        }
        catch (RequestFailedException exception) when (exception.Status == 404 && exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // The same event twice at once: the other one has finished with the file, unless the archive does not have it.
            if (await target.ExistsAsync(cancellationToken))
            {
                return;
            }

            throw;
        }

        // Within one account the copy is finished when the service answers, but its contract allows it to go on.
        string status = copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out string? value) ? value : string.Empty;
        while (!string.Equals(status, "success", StringComparison.OrdinalIgnoreCase))
        {
            BlobProperties properties = await target.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (properties.CopyStatus is CopyStatus.Failed or CopyStatus.Aborted)
            {
                throw new InvalidOperationException($"The copy of upload {file.ReceiptId} to the archive failed.");
            }

            status = properties.CopyStatus.ToString();
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
        }
    }
}
