using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;

namespace PianoZona.Functions.Storage;

/// <summary>A file that waits in the inbox.</summary>
public sealed record WaitingBlob(string Name, ETag ETag, DateTimeOffset LastModified);

/// <summary>The inbox: container <c>caricamenti</c>. It holds only what has no receipt yet.</summary>
public sealed class BlobInbox(BlobServiceClient service)
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Inbox);

    /// <summary>Opens a file; null when it is no longer there, because it has its receipt.</summary>
    public async Task<ReceivedBlob?> TryOpenAsync(string name, CancellationToken cancellationToken)
    {
        BlobClient blob = container.GetBlobClient(name);
        try
        {
            return new ReceivedBlob(blob, await blob.DownloadStreamingAsync(cancellationToken: cancellationToken));
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Puts a file of the hub's own, as a sender would; one that is there already stays.</summary>
    /// <param name="name">Path.</param>
    /// <param name="content">Bytes.</param>
    /// <param name="sequence">Its place in time (ticks, UTC).</param>
    /// <param name="cancellationToken">Interrupts the request.</param>
    public async Task PutAsync(string name, byte[] content, long sequence, CancellationToken cancellationToken)
    {
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedBlob.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), createOnly, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // A repeated step finds it waiting.
        }
    }

    /// <summary>What waits in a folder, and whether the hub itself put it there or took it in.</summary>
    public async Task<IReadOnlyList<(string Name, bool IsOfTheHub)>> ListFolderAsync(string folder, CancellationToken cancellationToken)
    {
        List<(string Name, bool IsOfTheHub)> waiting = [];
        await foreach (BlobItem item in container.GetBlobsAsync(
            new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = $"{folder}/" }, cancellationToken))
        {
            waiting.Add((item.Name, item.Metadata.ContainsKey(ReceivedBlob.SequenceMetadata)));
        }

        return waiting;
    }

    /// <summary>Removes a file that has its receipt; a newer version written meanwhile stays.</summary>
    public async Task RemoveAsync(ReceivedBlob file, CancellationToken cancellationToken)
    {
        try
        {
            BlobRequestConditions sameVersion = new() { IfMatch = file.ETag };
            await container.GetBlobClient(file.Name).DeleteAsync(conditions: sameVersion, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // 404: a repeated step finds it gone. 412: the sender wrote it again, and that version has its own event.
        }
    }

    /// <summary>Everything that waits.</summary>
    public async IAsyncEnumerable<WaitingBlob> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BlobItem item in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            yield return new WaitingBlob(item.Name, item.Properties.ETag ?? default, item.Properties.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    /// <summary>Writes down what a sweep saw, where the listing of the containers shows it.</summary>
    public Task MarkAsync(SweepMark mark, CancellationToken cancellationToken) =>
        container.SetMetadataAsync(mark.ToMetadata(), cancellationToken: cancellationToken);
}
