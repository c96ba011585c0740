using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Messages;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub;
using PianoZona.Hub.Mail;
using PianoZona.Storage;

namespace PianoZona.Functions.Features;

/// <summary>Mail: what asks for it, when it goes out, and what was sent.</summary>
public sealed class MailFunctions(
    MessageIntake intake,
    MailPipeline mail,
    ReminderPipeline reminders,
    OfficePipeline office,
    ReminderPlans plans,
    SentMailLookup sent,
    TimeProvider time)
{
    /// <summary>Queue <c>posta</c>: a mail was asked for.</summary>
    /// <remarks>Sends it, once.</remarks>
    [Function("MailRequested")]
    public Task RequestedAsync(
        [QueueTrigger(StorageNames.Mail, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<MailMessage>(StorageNames.Mail, body, mail.DeliverAsync, cancellationToken);

    /// <summary>Queue <c>posta-poison</c>: a mail that failed at every attempt.</summary>
    /// <remarks>Tells it, so that it does not vanish.</remarks>
    [Function("MailFailed")]
    public Task FailedAsync(
        [QueueTrigger(PoisonQueues.Mail, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<MailMessage>(PoisonQueues.Mail, body, mail.ReportAsync, cancellationToken);

    /// <summary>Timer: the reminders of the day.</summary>
    /// <remarks>Sends what is due.</remarks>
    [Function("Reminders")]
    public Task RemindAsync(
        [TimerTrigger("%ReminderSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => reminders.RunAsync(cancellationToken);

    /// <summary>Timer: what the Ufficio di Piano is told.</summary>
    /// <remarks>Writes to it.</remarks>
    [Function("OfficeMail")]
    public Task TellOfficeAsync(
        [TimerTrigger("%OfficeSchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => office.RunAsync(cancellationToken);

    /// <summary>
    /// <c>GET /api/promemoria/anteprima?data=AAAA-MM-GG</c>: what would be sent on a day, to whom, why.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the plan, of today when no day is asked for; 400 when the day is none, 401 without a sign-in,
    /// 403 to who is not the Ufficio di Piano.
    /// </remarks>
    [Function("ReminderPreviewEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation("Prospetti e posta", "Mostra i promemoria che partirebbero in un giorno", Refusals = [400])]
    [ApiAnswer(200, "I promemoria, e chi non ha indirizzo", Schema = ApiSchemas.Reminders)]
    [ApiQuery("data", "Il giorno; senza, oggi", "2026-06-15", Pattern = "^\\d{4}-\\d{2}-\\d{2}$")]
    public async Task<IActionResult> PreviewAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "api/promemoria/anteprima")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (DayAsked.In(request, "data", RomeTime.Today(time)) is not { } day)
        {
            return Answer.Mistaken("La data va scritta come 2026-06-15.");
        }

        return Answer.Json(ReminderJson.Of(
            day, await plans.PreviewAsync(request.Caller().Ambito, day, cancellationToken)));
    }

    /// <summary><c>GET /api/posta</c>: the messages that could not be delivered, and those on their way.</summary>
    /// <remarks>Answers 200 with them, 401 without a sign-in, 403 to who is not the Ufficio di Piano.</remarks>
    [Function("MailListEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation("Prospetti e posta", "Elenca i messaggi non arrivati e in attesa")]
    [ApiAnswer(200, "I messaggi", Schema = ApiSchemas.Mail)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/posta")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        SentMail mail = await sent.FindAsync(caller.Ambito.Code, cancellationToken);
        return Answer.PageOrJson(
            request, () => SentMailJson.PageOf(caller.Ambito, mail), () => SentMailJson.Of(mail));
    }

    /// <summary><c>GET /posta</c>: the page of the messages.</summary>
    [Function("MailListPage")]
    [OpenTo(Audience.Staff)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "posta")] HttpRequest request,
        CancellationToken cancellationToken) =>
        ListAsync(request, cancellationToken);
}
