using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Newtonsoft.Json;

namespace PianoZona.LocalHost;

/// <summary>
/// When timers last ran, in blobs of the same name and form as the real host's: a missed time is seen at the next
/// start.
/// </summary>
/// <remarks>The SDK's own class for this does not load with the listeners' storage packages.</remarks>
internal sealed class BlobTimerState(BlobContainerClient container, string hostId) : ScheduleMonitor
{
    private readonly Lazy<Task> made = new(() => container.CreateIfNotExistsAsync());

    /// <inheritdoc/>
    public override async Task<ScheduleStatus> GetStatusAsync(string timerName)
    {
        try
        {
            BinaryData content = (await BlobOf(timerName).DownloadContentAsync()).Value.Content;
            return JsonConvert.DeserializeObject<ScheduleStatus>(content.ToString())!;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null!; // as the SDK says it: it never ran
        }
    }

    /// <inheritdoc/>
    public override async Task UpdateStatusAsync(string timerName, ScheduleStatus status)
    {
        await made.Value;
        await BlobOf(timerName)
            .UploadAsync(BinaryData.FromString(JsonConvert.SerializeObject(status)), overwrite: true);
    }

    private BlobClient BlobOf(string timer) => container.GetBlobClient($"timers/{hostId}/{timer}/status");
}
