using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Mail;
using PianoZona.Notification.Messages;
using PianoZona.Web.Mail;

namespace PianoZona.Functions.Answers;

/// <summary>What became of messages, as data and as a page.</summary>
internal static class SentMailJson
{
    /// <summary>As data.</summary>
    public static object Of(SentMail mail) => new
    {
        partiti = mail.Delivered,
        nonRecapitati = mail.Undelivered.Select(Describe),
        inAttesa = mail.Waiting.Select(Describe),
    };

    public static MailListView PageOf(Ambito ambito, SentMail mail) => new(
        ambito.Name, mail.Delivered, [.. mail.Undelivered.Select(LineOf)], [.. mail.Waiting.Select(LineOf)]);

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

    private static MailLine LineOf(OutboxMessage message) =>
        new(
            message.Letter.Day,
            message.Letter.RecipientName,
            message.Letter.Recipient,
            MailMessages.SubjectOf(message.Letter),
            message.Reason);
}
