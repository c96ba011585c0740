using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;

namespace PianoZona.Functions.Pipeline;

/// <summary>Which events are about uploads.</summary>
public sealed partial class UploadEvents(ILogger<UploadEvents> logger)
{
    private const string Prefix = $"/blobServices/default/containers/{StorageNames.Inbox}/blobs/";

    /// <summary>Path in the inbox of the blob that was created; null, and a log, for any other event.</summary>
    public string? BlobNameOf(BlobCreatedEvent created)
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
