using System.Globalization;
using System.Runtime.CompilerServices;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Sending;

namespace PianoZona.Testing;

/// <summary>The outbox in a dictionary, with a counter as version.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<
        (string Ambito, string Recipient, string Key, int Number),
        OutboxMessage
    > messages = [];
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
    public async IAsyncEnumerable<OutboxMessage> ListAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (OutboxMessage message in Messages.Where(message => message.Letter.Ambito == ambito))
        {
            yield return message;
        }
    }

    /// <inheritdoc/>
    public Task<OutboxMessage?> AddAsync(Letter letter, int number, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            OutboxMessage message = new(
                letter, number, OutboxMessage.IdOf(letter), MailState.Planned, null, 0, null, Next());
            return Task.FromResult(messages.TryAdd(KeyOf(letter, number), message) ? message : null);
        }
    }

    /// <inheritdoc/>
    public Task<OutboxMessage?> FindAsync(Letter letter, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(messages.GetValueOrDefault(KeyOf(letter, number: 0)));
        }
    }

    /// <inheritdoc/>
    public Task<OutboxMessage?> UpdateAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var key = KeyOf(message.Letter, message.Number);
            if (messages[key].Version != message.Version)
            {
                return Task.FromResult<OutboxMessage?>(null);
            }

            messages[key] = message with { Version = Next() };
            return Task.FromResult<OutboxMessage?>(messages[key]);
        }
    }

    private static (string Ambito, string Recipient, string Key, int Number) KeyOf(Letter letter, int number) =>
        (letter.Ambito, letter.Recipient, letter.Key ?? string.Empty, number);

    private string Next() => (++writings).ToString(CultureInfo.InvariantCulture);
}
