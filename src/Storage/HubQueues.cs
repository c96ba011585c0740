using Azure.Storage.Queues;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>The queues that the hub itself writes to.</summary>
public sealed class HubQueues(QueueServiceClient service) : IHubQueues
{
    private readonly QueueClient reconciliations = service.GetQueueClient(StorageNames.Reconciliations);
    private readonly QueueClient uploads = service.GetQueueClient(StorageNames.UploadEvents);
    private readonly QueueClient mail = service.GetQueueClient(StorageNames.Mail);

    /// <inheritdoc/>
    public Task RequestAsync(ReconcileMessage message, CancellationToken cancellationToken) =>
        reconciliations.SendMessageAsync(MessageBody.Write(message), cancellationToken);

    /// <inheritdoc/>
    public Task RequestAsync(MailMessage message, CancellationToken cancellationToken) =>
        mail.SendMessageAsync(MessageBody.Write(message), cancellationToken);

    /// <inheritdoc/>
    public Task AnnounceAsync(BlobCreatedEvent created, CancellationToken cancellationToken) =>
        uploads.SendMessageAsync(MessageBody.Write(created), cancellationToken);
}
