using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Mail;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Planning;

namespace PianoZona.Functions.Pages;

/// <summary>What the Ufficio di Piano may ask about reminders.</summary>
public sealed class ReminderAnswers(CallerReader callers, ReminderPlans pipeline, TimeProvider time)
{
    /// <summary>The plan of a day, of the caller's Ambito; today when no day is asked for.</summary>
    public Task<IActionResult> PreviewAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            DateOnly day = RomeTime.Today(time);
            if (request.Query["data"].ToString() is { Length: > 0 } text
                && !IsoDay.TryParse(text, out day))
            {
                return Answers.Json(new { errore = "La data va scritta come 2026-06-15." }, 400);
            }

            ReminderPlan plan = await pipeline.PreviewAsync(caller.Ambito, day, cancellationToken);
            return Answers.Json(new
            {
                data = Iso(day),
                messaggi = plan.Digests.Select(digest => new
                {
                    destinatario = digest.Recipient,
                    oggetto = MailMessages.SubjectOf(digest),
                    promemoria = digest.Reminders.Select(Row),
                }),
                senzaIndirizzo = plan.Unreachable.Select(one => new { scadenza = one.Rule.Id, periodo = one.Period.Text, ente = one.Body.Code }),
            });
        }, cancellationToken);

    private static object Row(Reminder one) => new
    {
        scadenza = one.Deadline, periodo = one.Period, ente = one.Body, entro = Iso(one.OnTimeUntil), passo = one.Step, perche = ReminderText.Of(one.Reason),
    };

    private static string Iso(DateOnly day) => IsoDay.Text(day);
}
