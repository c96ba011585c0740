using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Notification.Messages;
using PianoZona.Web.Mail;

namespace PianoZona.Functions.Pages;

/// <summary>What became of messages, for the Ufficio di Piano.</summary>
public sealed class MailAnswers(CallerReader callers, IOutbox outbox)
{
    /// <summary>Messages that could not be delivered, the newest first, and those on their way.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            List<OutboxMessage> failed = [];
            List<OutboxMessage> waiting = [];
            int delivered = 0;
            await foreach (OutboxMessage message in outbox.ListAsync(caller.Ambito.Code, cancellationToken))
            {
                delivered += message.State is MailState.Sent or MailState.Confirmed ? 1 : 0;
                (message.IsUndelivered ? failed : message.State is MailState.Planned or MailState.Drafted ? waiting : null)?.Add(message);
            }

            OutboxMessage[] notSent = [.. failed.OrderByDescending(message => message.LastDay)];
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(new MailListView(
                    caller.Ambito.Name, delivered, [.. notSent.Select(LineOf)], [.. waiting.Select(LineOf)]))
                : Answers.Json(new { partiti = delivered, nonRecapitati = notSent.Select(Describe), inAttesa = waiting.Select(Describe) });
        }, cancellationToken);

    private static object Describe(OutboxMessage message) => new
    {
        data = IsoDay.Text(message.Letter.Day),
        destinatario = message.Letter.Recipient,
        ente = message.Letter.RecipientName,
        oggetto = MailMessages.SubjectOf(message.Letter),
        tentativi = message.Attempts,
        motivo = message.Reason,
        tornatoIl = message.BouncedOn is { } day ? IsoDay.Text(day) : null,
    };

    private static MailLine LineOf(OutboxMessage message) => new(
        message.Letter.Day, message.Letter.RecipientName, message.Letter.Recipient, MailMessages.SubjectOf(message.Letter),
        message.Reason);
}
