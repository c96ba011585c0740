using PianoZona.Contracts.Messages;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>What the hub asked itself to do, in lists.</summary>
internal sealed class MemoryQueues : IHubQueues
{
    private readonly Lock gate = new();

    public Queue<ReconcileMessage> Reconciliations { get; } = new();

    public Queue<MailMessage> Mail { get; } = new();

    public Queue<BlobCreatedEvent> Uploads { get; } = new();

    public Task RequestAsync(ReconcileMessage message, CancellationToken cancellationToken) =>
        AddAsync(Reconciliations, message);

    public Task RequestAsync(MailMessage message, CancellationToken cancellationToken) => AddAsync(Mail, message);

    public Task AnnounceAsync(BlobCreatedEvent created, CancellationToken cancellationToken) =>
        AddAsync(Uploads, created);

    private Task AddAsync<T>(Queue<T> queue, T message)
    {
        lock (gate)
        {
            queue.Enqueue(message);
            return Task.CompletedTask;
        }
    }
}
