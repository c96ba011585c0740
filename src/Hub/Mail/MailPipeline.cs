using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Notification;
using PianoZona.Hub.Ports;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>
/// Mail that something asks for: receipts of uploads, deadlines that were moved. Each goes out once, whatever is asked
/// how often.
/// </summary>
public sealed partial class MailPipeline(
    IMailbox mailbox,
    LetterComposer letters,
    LetterDelivery delivery,
    DeliveryWatch watch,
    IAmbitoDirectory ambiti,
    TimeProvider time,
    ILogger<MailPipeline> logger)
{
    /// <summary>Sends what a message asks for.</summary>
    /// <exception cref="InvalidOperationException">A letter is not on its way yet: the message comes again.</exception>
    public async Task DeliverAsync(MailMessage message, CancellationToken cancellationToken)
    {
        if (!mailbox.IsConfigured)
        {
            return;
        }

        int waiting = 0;
        foreach (Letter letter in await letters.ComposeAsync(message, cancellationToken))
        {
            OutboxMessage now = await delivery.DeliverAsync(letter, cancellationToken);
            waiting += now.IsFinal || now.State == MailState.Sent ? 0 : 1;
        }

        if (waiting > 0)
        {
            throw new InvalidOperationException($"{waiting} letters of {message.Ambito} are not on their way yet.");
        }
    }

    /// <summary>
    /// Tells that a message was given up by its queue: what of it is in the outbox, the runs of the reminders go on
    /// with.
    /// </summary>
    public async Task ReportAsync(MailMessage message, CancellationToken cancellationToken)
    {
        LogPoison(message.Ambito, message.ReceiptId ?? message.Deadline);
        if (mailbox.IsConfigured && (await ambiti.GetAsync(cancellationToken)).Find(message.Ambito) is { } ambito)
        {
            string subject =
                message.ReceiptId
                ?? $"{message.Deadline}|{message.Period}|{message.Body}|{message.Fund}|{message.Decision}";
            await watch.AlertAsync(ambito, RomeTime.Today(time), [subject], cancellationToken);
        }
    }

    [LoggerMessage(
        308,
        LogLevel.Error,
        "Mail of {Ambito} about {Subject} failed at every attempt of its queue: the reminder runs go on with it.")]
    private partial void LogPoison(string ambito, string? subject);
}
