using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Sending;

/// <summary>Tells a letter with a key: written down first, and told once however often it is asked for.</summary>
/// <param name="outbox">What was told.</param>
/// <param name="sender">Sends one message.</param>
/// <param name="time">The clock.</param>
public sealed class LetterDelivery(IOutbox outbox, MailSender sender, TimeProvider time)
{
    /// <summary>Delivers a letter, or goes on with what an earlier attempt began.</summary>
    /// <returns>
    /// How far it is now; one that is not final is taken up by the next attempt, or by the next run of the reminders.
    /// </returns>
    public async Task<OutboxMessage> DeliverAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (await outbox.AddAsync(letter, number: 0, cancellationToken) is { } planned)
        {
            return await sender.SendAsync(planned, resumed: false, cancellationToken);
        }

        OutboxMessage known =
            await outbox.FindAsync(letter, cancellationToken)
            ?? throw new InvalidOperationException(
                $"A letter of {letter.Ambito} is in the outbox and cannot be found there.");
        if (known.State == MailState.Drafted)
        {
            // The process that left it may have ended this very moment.
            await Task.Delay(MailSender.Settle, time, cancellationToken);
        }

        return known.IsFinal ? known : await sender.SendAsync(known, resumed: true, cancellationToken);
    }
}
