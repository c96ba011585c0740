using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>
/// The inbox: container <c>caricamenti</c>. What a sweep saw is written where the listing of the containers shows it.
/// </summary>
public sealed class BlobInbox(BlobServiceClient service) : IInbox
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Inbox);

    /// <inheritdoc/>
    public Task<ReceivedFile?> TryOpenAsync(string name, CancellationToken cancellationToken) =>
        PinnedBlob.TryOpenReceivedAsync(container.GetBlobClient(name), cancellationToken);

    /// <inheritdoc/>
    public async Task PutAsync(string name, byte[] content, long sequence, CancellationToken cancellationToken)
    {
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            await container
                .GetBlobClient(name)
                .UploadAsync(BinaryData.FromBytes(content), createOnly, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // A repeated step finds it waiting.
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Name, bool IsOfTheHub)>> ListFolderAsync(
        string folder, CancellationToken cancellationToken)
    {
        List<(string Name, bool IsOfTheHub)> waiting = [];
        await foreach (BlobItem item in container.GetBlobsAsync(
            new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = $"{folder}/" }, cancellationToken))
        {
            waiting.Add((item.Name, item.Metadata.ContainsKey(ReceivedFile.SequenceMetadata)));
        }

        return waiting;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(ReceivedFile file, CancellationToken cancellationToken)
    {
        try
        {
            BlobRequestConditions sameVersion = new() { IfMatch = new ETag(file.Version) };
            await container
                .GetBlobClient(file.Name)
                .DeleteAsync(conditions: sameVersion, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // 404: a repeated step finds it gone. 412: the sender wrote it again, and that version has its own event.
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WaitingFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BlobItem item in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            yield return new WaitingFile(
                item.Name,
                (item.Properties.ETag ?? default).ToString(),
                item.Properties.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    /// <inheritdoc/>
    public Task MarkAsync(SweepMark mark, CancellationToken cancellationToken) =>
        container.SetMetadataAsync(mark.ToMetadata(), cancellationToken: cancellationToken);
}
