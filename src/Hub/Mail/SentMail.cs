using PianoZona.Contracts.Notification;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>What became of the messages of an Ambito.</summary>
/// <param name="Delivered">How many went out.</param>
/// <param name="Undelivered">Those that could not be delivered, the newest first.</param>
/// <param name="Waiting">Those on their way.</param>
public sealed record SentMail(
    int Delivered, IReadOnlyList<OutboxMessage> Undelivered, IReadOnlyList<OutboxMessage> Waiting);

/// <summary>Tells what became of messages.</summary>
public sealed class SentMailLookup(IOutbox outbox)
{
    /// <summary>The messages of an Ambito, sorted by what became of them.</summary>
    public async Task<SentMail> FindAsync(string ambito, CancellationToken cancellationToken)
    {
        List<OutboxMessage> failed = [];
        List<OutboxMessage> waiting = [];
        int delivered = 0;
        await foreach (OutboxMessage message in outbox.ListAsync(ambito, cancellationToken))
        {
            delivered += message.State is MailState.Sent or MailState.Confirmed ? 1 : 0;
            (message.IsUndelivered ? failed : message.State is MailState.Planned or MailState.Drafted ? waiting : null)
                ?.Add(message);
        }

        return new SentMail(delivered, [.. failed.OrderByDescending(message => message.LastDay)], waiting);
    }
}
