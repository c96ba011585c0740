namespace PianoZona.Contracts.Messages;

/// <summary>
/// An event as Event Grid writes it into queue <c>caricamenti-eventi</c> (Event Grid schema, one event a message).
/// </summary>
/// <param name="Id">Identifier of the event.</param>
/// <param name="EventType"><c>Microsoft.Storage.BlobCreated</c>; others are ignored with a log.</param>
/// <param name="Subject"><c>/blobServices/default/containers/{container}/blobs/{path}</c>.</param>
/// <param name="EventTime">When it happened.</param>
public sealed record BlobCreatedEvent(string Id, string EventType, string Subject, DateTimeOffset EventTime)
    : IQueueMessage
{
    /// <summary>The only type of event that is acted upon.</summary>
    public const string BlobCreated = "Microsoft.Storage.BlobCreated";

    /// <summary>The event of a file in the inbox.</summary>
    /// <param name="path">Path in the container.</param>
    /// <param name="id">Identifier of the event.</param>
    /// <param name="at">When it was written.</param>
    public static BlobCreatedEvent OfInbox(string path, string id, DateTimeOffset at) =>
        new(id, BlobCreated, $"/blobServices/default/containers/{StorageNames.Inbox}/blobs/{path}", at);
}
