using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace PianoZona.Storage;

/// <summary>Copies within the account: no byte passes through the hub.</summary>
internal static class BlobCopy
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Copies a blob to where there is none; one that is there already stays.</summary>
    public static async Task OnceAsync(
        BlobClient source,
        BlobClient target,
        IDictionary<string, string> metadata,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        BlobCopyFromUriOptions createOnly = new()
        {
            Metadata = metadata, DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            CopyFromUriOperation copy = await target.StartCopyFromUriAsync(
                source.Uri, createOnly, cancellationToken);
            await WaitAsync(copy, target, time, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // A repeated step finds it there.
        }
    }

    /// <summary>
    /// Waits for a copy. Within one account it is finished when the service answers, but its contract allows it to go
    /// on.
    /// </summary>
    /// <exception cref="InvalidOperationException">The copy failed.</exception>
    public static async Task WaitAsync(
        CopyFromUriOperation copy, BlobClient target, TimeProvider time, CancellationToken cancellationToken)
    {
        string status = copy.GetRawResponse().Headers.TryGetValue("x-ms-copy-status", out string? value)
            ? value
            : string.Empty;
        while (!string.Equals(status, "success", StringComparison.OrdinalIgnoreCase))
        {
            BlobProperties properties = await target.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (properties.CopyStatus is CopyStatus.Failed or CopyStatus.Aborted)
            {
                throw new InvalidOperationException($"The copy to container {target.BlobContainerName} failed.");
            }

            status = properties.CopyStatus.ToString();
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
