using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>
/// The files received: container <c>archivio</c>. They are copied within the account: no byte passes through the hub,
/// unless what the service would note beside the copy may not be kept.
/// </summary>
public sealed class BlobArchive(BlobServiceClient service, TimeProvider time) : IArchive
{
    private const string RowsEnding = ".righe";
    private const string IndexMetadata = "indice";

    private readonly BlobContainerClient inbox = service.GetBlobContainerClient(StorageNames.Inbox);
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Archive);

    /// <inheritdoc/>
    public async Task<IStoredFile?> TryOpenAsync(ReceiptId id, CancellationToken cancellationToken) =>
        await PinnedBlob.TryOpenAsync(container.GetBlobClient(id.Path), cancellationToken);

    /// <inheritdoc/>
    public Task<ReceivedFile?> TryOpenReceivedAsync(ReceiptId id, CancellationToken cancellationToken) =>
        PinnedBlob.TryOpenReceivedAsync(container.GetBlobClient(id.Path), cancellationToken);

    /// <inheritdoc/>
    public async Task StoreRowsAsync(ReceiptId id, Stream rows, string index, CancellationToken cancellationToken)
    {
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexMetadata] = index },
        };
        try
        {
            await container.GetBlobClient(id.Path + RowsEnding).UploadAsync(rows, createOnly, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // An attempt that was interrupted has stored them: the archive is written once.
        }
    }

    /// <inheritdoc/>
    public async Task<RowBlocks?> FindRowsAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        BlobClient blob = container.GetBlobClient(id.Path + RowsEnding);
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return new RowBlocks(properties.Metadata[IndexMetadata], ReadAsync);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }

        async Task<Stream> ReadAsync(long offset, long? length, CancellationToken cancellation)
        {
            BlobDownloadOptions part = new() { Range = new HttpRange(offset, length) };
            return (await blob.DownloadContentAsync(part, cancellation)).Value.Content.ToStream();
        }
    }

    /// <inheritdoc/>
    public async Task StoreAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        BlobClient target = container.GetBlobClient(file.ReceiptId.Path);
        if (file.MayNotBeCopied)
        {
            await StoreAnewAsync(file, target, cancellationToken);
            return;
        }

        BlobCopyFromUriOptions options = new()
        {
            Metadata = file.Metadata,
            SourceConditions = new BlobRequestConditions { IfMatch = new ETag(file.Version) },
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
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            throw new FileReplacedException(exception);
        }
        catch (RequestFailedException exception)
            when (exception.Status == 404 && exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // The same event twice at once: the other one has finished with the file, unless the archive does not have
            // it.
            if (await target.ExistsAsync(cancellationToken))
            {
                return;
            }

            throw;
        }

        await BlobCopy.WaitAsync(copy, target, time, cancellationToken);
    }

    // The service keeps the address that a copy is of (Copy Blob, «x-ms-copy-source»), for as long as the copy.
    private static async Task StoreAnewAsync(ReceivedFile file, BlobClient target, CancellationToken cancellationToken)
    {
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, Metadata = file.Metadata,
        };
        await using Stream content = await file.OpenAsync(cancellationToken);
        try
        {
            await target.UploadAsync(content, createOnly, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // A repeated step finds it there.
        }
    }
}
