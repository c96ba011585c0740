using Azure.Storage.Queues;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;

namespace PianoZona.Functions.Storage;

/// <summary>The queues that the hub itself writes to.</summary>
public sealed class HubQueues(QueueServiceClient service)
{
    private readonly QueueClient reconciliations = service.GetQueueClient(StorageNames.Reconciliations);
    private readonly QueueClient uploads = service.GetQueueClient(StorageNames.UploadEvents);
    private readonly QueueClient mail = service.GetQueueClient(StorageNames.Mail);

    /// <summary>Asks for a reconciliation.</summary>
    public Task RequestAsync(ReconcileMessage message, CancellationToken cancellationToken) =>
        reconciliations.SendMessageAsync(MessageBody.Write(message), cancellationToken);

    /// <summary>Asks for a mail.</summary>
    public Task RequestAsync(MailMessage message, CancellationToken cancellationToken) =>
        mail.SendMessageAsync(MessageBody.Write(message), cancellationToken);

    /// <summary>Announces an upload as Event Grid would.</summary>
    public Task AnnounceAsync(BlobCreatedEvent created, CancellationToken cancellationToken) =>
        uploads.SendMessageAsync(MessageBody.Write(created), cancellationToken);
}
