using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Functions.Identity;
using PianoZona.Notification.Messages;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>What became of messages, for the Ufficio di Piano.</summary>
public sealed class MailAnswers(CallerReader callers, IOutbox outbox)
{
    /// <summary>Messages that could not be delivered, the newest first, and those on their way.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.Roles.Contains(Roles.PlanOffice), async caller =>
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
                ? Answers.Page(Render(caller.Ambito, notSent, waiting, delivered))
                : Answers.Json(new { partiti = delivered, nonRecapitati = notSent.Select(Describe), inAttesa = waiting.Select(Describe) });
        }, cancellationToken);

    private static object Describe(OutboxMessage message) => new
    {
        data = message.Letter.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        destinatario = message.Letter.Recipient,
        ente = message.Letter.RecipientName,
        oggetto = MailMessages.SubjectOf(message.Letter),
        tentativi = message.Attempts,
        motivo = message.Reason,
        tornatoIl = message.BouncedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static string Render(Ambito ambito, IReadOnlyList<OutboxMessage> failed, IReadOnlyList<OutboxMessage> waiting, int delivered) => Page(
        $"Posta · {ambito.Name}",
        $"<p>{delivered.ToString("N0", CultureInfo.GetCultureInfo("it-IT"))} messaggi partiti.</p>"
        + Section("Non recapitati", failed, "Tutti i messaggi sono partiti.") + Section("In attesa", waiting, "Nessun messaggio in attesa."));

    private static string Section(string title, IReadOnlyList<OutboxMessage> messages, string none) => $"<h2>{title}</h2>" + (messages.Count == 0
        ? $"<p>{none}</p>"
        : Table(title, ["Data", "A", "Oggetto", "Motivo"], messages.Select(message =>
            $"<th scope=\"row\">{message.Letter.Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}</th>"
            + $"<td>{Text(message.Letter.RecipientName)}<br>{Text(message.Letter.Recipient)}</td>"
            + $"<td>{Text(MailMessages.SubjectOf(message.Letter))}</td><td>{Text(message.Reason)}</td>")));
}
