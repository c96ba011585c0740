using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Planning;

namespace PianoZona.Functions.Answers;

/// <summary>The reminders of a day as data.</summary>
internal static class ReminderJson
{
    /// <summary>What would be sent on a day, to whom and why.</summary>
    public static object Of(DateOnly day, ReminderPlan plan) => new
    {
        data = IsoDay.Text(day),
        messaggi = plan.Digests.Select(digest => new
        {
            destinatario = digest.Recipient,
            oggetto = MailMessages.SubjectOf(digest),
            promemoria = digest.Reminders.Select(Row),
        }),
        senzaIndirizzo = plan.Unreachable.Select(
            one => new { scadenza = one.Rule.Id, periodo = one.Period.Text, ente = one.Body.Code }),
    };

    private static object Row(Reminder one) => new
    {
        scadenza = one.Deadline,
        periodo = one.Period,
        ente = one.Body,
        entro = IsoDay.Text(one.OnTimeUntil),
        passo = one.Step,
        perche = ReminderText.Of(one.Reason),
    };
}
