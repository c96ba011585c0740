using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>The recorded occurrences of a timer: blob <c>timers/{host id}/{Class.Function}/status</c>.</summary>
internal sealed class TimerStatusStore(BlobContainerClient container, string hostId, FunctionDescriptor function)
{
    private readonly BlobClient blob = container.GetBlobClient($"timers/{hostId}/{function.Type.Name}.{function.Name}/status");

    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult result = await blob.DownloadContentAsync(cancellationToken);
            return result.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // As good as none: the next write replaces it.
            return null;
        }
    }

    public Task WriteAsync(ScheduleStatus status) => blob.UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
}
