using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts.Reading;

namespace PianoZona.Functions.Storage;

/// <summary>A blob, opened: its bytes are those of one version, however often they are read.</summary>
public class PinnedBlob : IUploadContent, IAsyncDisposable
{
    private readonly BlobClient blob;
    private Stream? first;

    /// <summary>The version of a blob that a download has opened.</summary>
    public PinnedBlob(BlobClient blob, BlobDownloadStreamingResult download)
    {
        (this.blob, first) = (blob, download.Content);
        (ETag, Length) = (download.Details.ETag, download.Details.ContentLength);
    }

    /// <summary>Path in its container.</summary>
    public string Name => blob.Name;

    /// <summary>The version.</summary>
    public ETag ETag { get; }

    /// <inheritdoc/>
    public long Length { get; }

    /// <summary>The bytes from the start; the first call costs nothing, each later one a transaction.</summary>
    /// <exception cref="RequestFailedException">412: the blob was written again meanwhile.</exception>
    public async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref first, null) is { } opened)
        {
            return opened;
        }

        BlobDownloadOptions options = new() { Conditions = new BlobRequestConditions { IfMatch = ETag } };
        return (await blob.DownloadStreamingAsync(options, cancellationToken)).Value.Content;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref first, null) is { } unread)
        {
            await unread.DisposeAsync();
        }
    }
}
