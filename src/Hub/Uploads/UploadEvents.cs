using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;

namespace PianoZona.Hub.Uploads;

/// <summary>Leads the events that are about uploads to what is done with them.</summary>
public sealed partial class UploadEvents(UploadPipeline pipeline, ILogger<UploadEvents> logger)
{
    private const string Prefix = $"/blobServices/default/containers/{StorageNames.Inbox}/blobs/";

    /// <summary>A file arrived: it is processed. Other events are logged and ignored.</summary>
    public Task ProcessAsync(BlobCreatedEvent created, CancellationToken cancellationToken) =>
        BlobNameOf(created) is { } name ? pipeline.ProcessAsync(name, cancellationToken) : Task.CompletedTask;

    /// <summary>A file failed at every attempt: it is quarantined. Other events are logged and ignored.</summary>
    public Task QuarantineAsync(BlobCreatedEvent created, CancellationToken cancellationToken) =>
        BlobNameOf(created) is { } name ? pipeline.QuarantineAsync(name, cancellationToken) : Task.CompletedTask;

    // Path in the inbox of the blob that was created; null, and a log, for any other event.
    private string? BlobNameOf(BlobCreatedEvent created)
    {
        if (string.Equals(created.EventType, BlobCreatedEvent.BlobCreated, StringComparison.Ordinal)
            && created.Subject?.StartsWith(Prefix, StringComparison.Ordinal) == true)
        {
            return created.Subject[Prefix.Length..];
        }

        LogIgnored(created.Id);
        return null;
    }

    [LoggerMessage(204, LogLevel.Information, "Event {EventId} is not about a new upload: ignored.")]
    private partial void LogIgnored(string eventId);
}
