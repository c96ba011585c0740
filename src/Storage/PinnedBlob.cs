using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>A blob, opened: its bytes are those of one version, however often they are read.</summary>
internal sealed class PinnedBlob : IStoredFile
{
    private readonly BlobClient blob;
    private readonly ETag etag;
    private readonly DateTimeOffset writtenAt;
    private readonly string?[] headers; // what its writer chose to be said of it
    private Stream? first;

    private PinnedBlob(BlobClient blob, BlobDownloadStreamingResult download)
    {
        (this.blob, first) = (blob, download.Content);
        (etag, Length) = (download.Details.ETag, download.Details.ContentLength);
        (Metadata, writtenAt) = (download.Details.Metadata, download.Details.LastModified);
        headers =
        [
            download.Details.ContentDisposition, download.Details.ContentType, download.Details.ContentLanguage,
            download.Details.ContentEncoding, download.Details.CacheControl,
        ];
    }

    /// <inheritdoc/>
    public string Name => blob.Name;

    /// <inheritdoc/>
    public string Version => etag.ToString();

    /// <inheritdoc/>
    public long Length { get; }

    /// <summary>What is stored beside the bytes.</summary>
    public IDictionary<string, string> Metadata { get; }

    /// <summary>The bytes from the start; the first call costs nothing, each later one a transaction.</summary>
    /// <exception cref="FileReplacedException">The blob was written again meanwhile.</exception>
    public async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref first, null) is { } opened)
        {
            return opened;
        }

        BlobDownloadOptions options = new() { Conditions = new BlobRequestConditions { IfMatch = etag } };
        try
        {
            return (await blob.DownloadStreamingAsync(options, cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            throw new FileReplacedException(exception);
        }
    }

    /// <summary>Opens a blob; null when it is not there.</summary>
    public static async Task<PinnedBlob?> TryOpenAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return new PinnedBlob(blob, await blob.DownloadStreamingAsync(cancellationToken: cancellationToken));
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Opens a sender's file; null when it is not there.</summary>
    public static async Task<ReceivedFile?> TryOpenReceivedAsync(
        BlobClient blob, CancellationToken cancellationToken) =>
        await TryOpenAsync(blob, cancellationToken) is { } file
            ? new ReceivedFile(file, file.Metadata, file.writtenAt) { Headers = file.headers }
            : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref first, null) is { } unread)
        {
            await unread.DisposeAsync();
        }
    }
}
