using System.Text.Json;
using Azure.Storage.Queues;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;

namespace PianoZona.EndToEnd.Support;

/// <summary>Events as Event Grid writes them, in its own schema with the fields that the hub does not read.</summary>
internal static class EventsOf
{
    public static Task AnnounceAsync(
        HubFixture hub, string blobName, string id, string type = BlobCreatedEvent.BlobCreated) =>
        AnnounceAsync(hub.Queues, blobName, id, type);

    public static Task AnnounceAsync(
        QueueServiceClient queues, string blobName, string id, string type = BlobCreatedEvent.BlobCreated,
        string queue = StorageNames.UploadEvents)
    {
        string json = JsonSerializer.Serialize(new
        {
            topic = "/subscriptions/x/resourceGroups/y/providers/Microsoft.Storage/storageAccounts/z",
            subject = $"/blobServices/default/containers/{StorageNames.Inbox}/blobs/{blobName}",
            eventType = type,
            id,
            data = new { api = "PutBlob", contentType = "text/csv", contentLength = 100, blobType = "BlockBlob" },
            dataVersion = string.Empty,
            metadataVersion = "1",
            eventTime = "2026-02-01T09:00:00.0000000Z",
        });
        return queues.GetQueueClient(queue).SendMessageAsync(json);
    }
}
