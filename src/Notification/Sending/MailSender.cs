using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Messages;

namespace PianoZona.Notification.Sending;

/// <summary>Brings one message from the outbox to its recipient, once.</summary>
/// <remarks>
/// Every step is written down after it was done. Whenever it is not certain what was done (a process that ended, a call
/// without an answer) the mailbox is looked at before the next step: nothing is ever sent again blindly, and only one
/// draft of a message is ever sent.
/// </remarks>
/// <param name="outbox">Where the steps are written down.</param>
/// <param name="pace">Keeps within the limits of the service.</param>
/// <param name="time">The clock.</param>
/// <param name="hub">Where the hub's pages are, for links.</param>
/// <param name="logger">Says what was given up.</param>
public sealed partial class MailSender(
    IOutbox outbox, IMailbox mailbox, SendPace pace, TimeProvider time, HubAddress hub, ILogger<MailSender> logger)
{
    /// <summary>
    /// How long the service may still be working on what it did not answer: nobody looks or tries again before.
    /// </summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(15);

    /// <summary>Runs without an outcome after which a message is given up: four working days of hourly runs.</summary>
    public const int MaxRuns = 50;

    // Tries within one run.
    private const int MaxTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Does what remains to be done for a message.</summary>
    /// <param name="resumed">It was there before this run: what was done of it may not all be written down.</param>
    /// <param name="cancellationToken">Ends the work; a later run resumes it.</param>
    /// <returns>How far it is now. One that is not final is taken up by the next run.</returns>
    public async Task<OutboxMessage> SendAsync(OutboxMessage message, bool resumed, CancellationToken cancellationToken)
    {
        using IDisposable place = await pace.EnterAsync(cancellationToken);
        return await WorkAsync(message, resumed, cancellationToken);
    }

    /// <summary>Writes down that a message will not be sent, and why: it is not tried again.</summary>
    public async Task<OutboxMessage> GiveUpAsync(
        OutboxMessage message, string reason, CancellationToken cancellationToken)
    {
        LogGivenUp(message.Letter.Ambito, message.InternetMessageId, reason);
        return await outbox.UpdateAsync(message with { State = MailState.Failed, Reason = reason }, cancellationToken)
            ?? message;
    }

    private async Task<OutboxMessage> WorkAsync(
        OutboxMessage message, bool resumed, CancellationToken cancellationToken)
    {
        OutboxMessage current = message;
        bool certain = !resumed;
        string reason = "il servizio di posta non ha ancora confermato l'invio";
        for (int tries = 0; tries < MaxTries;)
        {
            try
            {
                OutboxMessage? next = await StepAsync(current, certain, cancellationToken);
                if (next is null || next == current || next.IsFinal)
                {
                    // Null: another run has it in hand.
                    return next is null || next.IsFinal
                        ? next ?? current
                        : await PutOffAsync(current, reason, cancellationToken);
                }

                (current, certain) = (next, true);
            }
            catch (MailboxException failure) when (failure.Fault == MailFault.Refused)
            {
                return await GiveUpAsync(current, failure.Message, cancellationToken);
            }
            catch (MailboxException failure)
            {
                certain &= failure.Fault == MailFault.Throttled;
                reason = failure.Message;
                tries++;
                await WaitAsync(failure, tries, cancellationToken);
            }
        }

        return await PutOffAsync(current, reason, cancellationToken);
    }

    private async Task<OutboxMessage?> StepAsync(
        OutboxMessage message, bool certain, CancellationToken cancellationToken)
    {
        if (message.IsFinal)
        {
            return message;
        }

        // After sending, looking is the next step anyway.
        MailboxEntry? found = certain && message.State != MailState.Sent
            ? null
            : await mailbox.FindAsync(message.InternetMessageId, cancellationToken);
        return (message.State, found) switch
        {
            (MailState.Sent, { IsDraft: false }) => await SaveAsync(
                message,
                MailState.Confirmed,
                message.DraftId,
                cancellationToken),
            (MailState.Sent, _) => message,
            (_, { IsDraft: false }) => await SaveAsync(message, MailState.Sent, found.Id, cancellationToken),
            (MailState.Planned, { } draft) => await SaveAsync(message, MailState.Drafted, draft.Id, cancellationToken),
            (MailState.Planned, null) => await DraftAsync(message, cancellationToken),

            // Neither draft nor sent: on its way, or somebody deleted it. Both are no reason to write it again.
            (MailState.Drafted, null) when !certain => message,
            _ => await SendDraftAsync(message, cancellationToken),
        };
    }

    private async Task<OutboxMessage?> DraftAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        MailContent content = await MailMessages.WriteAsync(message.Letter, hub.Address);
        string id = await mailbox.CreateDraftAsync(
            new OutgoingMail(message.InternetMessageId, message.Letter.Recipient, content), cancellationToken);
        return await SaveAsync(message, MailState.Drafted, id, cancellationToken);
    }

    private async Task<OutboxMessage?> SendDraftAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await pace.WaitAsync(cancellationToken);
        await mailbox.SendDraftAsync(message.DraftId!, cancellationToken);
        return await SaveAsync(message, MailState.Sent, message.DraftId, cancellationToken);
    }

    private Task<OutboxMessage?> SaveAsync(
        OutboxMessage message,
        MailState state,
        string? draftId,
        CancellationToken cancellationToken
    ) => outbox.UpdateAsync(message with { State = state, DraftId = draftId, Reason = null }, cancellationToken);

    private async Task<OutboxMessage> PutOffAsync(
        OutboxMessage message, string reason, CancellationToken cancellationToken)
    {
        OutboxMessage later = message with { Attempts = message.Attempts + 1, Reason = reason };
        return later.Attempts >= MaxRuns
            ? await GiveUpAsync(later, reason, cancellationToken)
            : await outbox.UpdateAsync(later, cancellationToken) ?? message;
    }

    private Task WaitAsync(MailboxException failure, int tries, CancellationToken cancellationToken)
    {
        // A moment that is past for our clock asks for nothing; and what may be under way settles first, whatever a
        // gateway asks for.
        TimeSpan wait = failure.RetryAfter is { Ticks: > 0 } asked ? asked : Settle * tries;
        TimeSpan least = failure.Fault == MailFault.Throttled ? TimeSpan.Zero : Settle;
        TimeSpan within = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, least.Ticks, LongestWait.Ticks));
        return Task.Delay(within, time, cancellationToken);
    }

    [LoggerMessage(401, LogLevel.Error, "Message of {Ambito} given up: {InternetMessageId}: {Reason}")]
    private partial void LogGivenUp(string ambito, string internetMessageId, string reason);
}
