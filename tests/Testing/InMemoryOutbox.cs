using System.Globalization;
using System.Runtime.CompilerServices;
using PianoZona.Contracts.Notification;

namespace PianoZona.Testing;

/// <summary>The outbox in a dictionary, with a counter as version.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Ambito, string Recipient, int Number), OutboxMessage> messages = [];
    private int writings;

    /// <summary>All messages.</summary>
    public IReadOnlyList<OutboxMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages.Values];
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OutboxMessage> ListAsync(string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (OutboxMessage message in Messages.Where(message => message.Digest.Ambito == ambito))
        {
            yield return message;
        }
    }

    /// <inheritdoc/>
    public Task<OutboxMessage?> AddAsync(ReminderDigest digest, int number, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OutboxMessage message = new(digest, number, OutboxMessage.IdOf(digest), MailState.Planned, null, 0, null, Next());
            return Task.FromResult(messages.TryAdd((digest.Ambito, digest.Recipient, number), message) ? message : null);
        }
    }

    /// <inheritdoc/>
    public Task<OutboxMessage?> UpdateAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var key = (message.Digest.Ambito, message.Digest.Recipient, message.Number);
            if (messages[key].Version != message.Version)
            {
                return Task.FromResult<OutboxMessage?>(null);
            }

            messages[key] = message with { Version = Next() };
            return Task.FromResult<OutboxMessage?>(messages[key]);
        }
    }

    private string Next() => (++writings).ToString(CultureInfo.InvariantCulture);
}
