using PianoZona.Contracts.Messages;

namespace PianoZona.Hub.Ports;

/// <summary>What the hub asks itself to do later: each message is done at least once.</summary>
public interface IHubQueues
{
    /// <summary>Asks for a reconciliation.</summary>
    Task RequestAsync(ReconcileMessage message, CancellationToken cancellationToken);

    /// <summary>Asks for a mail.</summary>
    Task RequestAsync(MailMessage message, CancellationToken cancellationToken);

    /// <summary>Announces an upload as Event Grid would.</summary>
    Task AnnounceAsync(BlobCreatedEvent created, CancellationToken cancellationToken);
}
