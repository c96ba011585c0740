using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Functions.Requests.Duties;
using PianoZona.Hub.Deadlines;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features.Duties;

/// <summary>Duties that staff marks as done, and the events from which duties count.</summary>
public sealed class DutyFunctions(DutyDesk desk, TimeProvider time)
{
    private const string TheDuty = "la scadenza di questo ente, in questo periodo, che si segna come fatta";
    private const string TheEvent = "la scadenza che si conta da un evento, per questo ente";

    /// <summary>
    /// <c>PUT /api/scadenze/{id}/{periodo}/fatto</c>, with
    /// <c>{ "ente": "019021", "atto": "…", "data": "2026-03-20" }</c>: a duty that no file fulfils is done; without an
    /// act it is not after all.
    /// </summary>
    /// <remarks>Answers 200 with the deadline, 400 and 422 to mistakes, 404 when the body has no such duty.</remarks>
    [Function("DutyDoneEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation(
        "Scadenze e contatti", "Segna come fatto ciò che nessun file prova",
        Description = "Con l'atto e la sua data. Senza «atto» non è più fatto.", Refusals = [400, 404, 422])]
    [ApiAnswer(200, "La scadenza dell'ente", Schema = ApiSchemas.MovedDeadline)]
    [ApiBody("L'ente, l'atto e la sua data", Form = typeof(DoneBody), Required = ["ente", "data"])]
    public async Task<IActionResult> MarkAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/scadenze/{id}/{periodo}/fatto")]
            HttpRequest request,
        string id,
        string periodo,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        Sent<DoneBody> sent = await DoneBody.ReadAsync(request, cancellationToken);
        return sent.Document is { } body
            ? Answer.To(
                await desk.MarkAsync(
                    caller.Ambito, body.ToDone(id, periodo, caller.Author, time.GetUtcNow()), cancellationToken),
                now => new { scadenza = id, periodo, enti = (object[])[DeadlineJson.Of(now)] }, TheDuty)
            : sent.Refusal;
    }

    /// <summary>
    /// <c>PUT /api/scadenze/{id}/eventi/{giorno}</c>, with <c>{ "ente": "ente-coop", "motivo": "…" }</c>: something
    /// happened to a body, from which a duty counts; without a reason it did not after all.
    /// </summary>
    /// <remarks>Answers 200 with what is owed, 400 and 422 to mistakes, 404 when the body has no such duty.</remarks>
    [Function("DutyEventEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation(
        "Scadenze e contatti", "Registra un evento da cui si conta una scadenza",
        Description = "Senza «motivo» l'evento non c'è più.", Refusals = [400, 404, 422])]
    [ApiAnswer(200, "La scadenza dell'ente", Schema = ApiSchemas.MovedDeadline)]
    [ApiBody("L'ente, e che cosa è successo", Form = typeof(EventBody), Required = ["ente"])]
    public async Task<IActionResult> RecordAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/scadenze/{id}/eventi/{giorno}")]
            HttpRequest request,
        string id,
        string giorno,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (!IsoDay.TryParse(giorno, out DateOnly day))
        {
            return Answer.NotFound(TheEvent);
        }

        Sent<EventBody> sent = await EventBody.ReadAsync(request, cancellationToken);
        return sent.Document is { } body
            ? Answer.To(
                await desk.RecordAsync(
                    caller.Ambito, body.ToEvent(id, day, caller.Author, time.GetUtcNow()), cancellationToken),
                now => new { scadenza = id, periodo = giorno, enti = now.Select(DeadlineJson.Of) }, TheEvent)
            : sent.Refusal;
    }

    /// <summary><c>GET /scadenze/{id}/{periodo}/fatto?ente=…</c>: the page where staff marks a duty as done.</summary>
    /// <remarks>Answers 200 with the page, 404 when the body has no such duty.</remarks>
    [Function("DutyDonePage")]
    [OpenTo(Audience.Staff)]
    public async Task<IActionResult> MarkPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scadenze/{id}/{periodo}/fatto")]
            HttpRequest request,
        string id,
        string periodo,
        CancellationToken cancellationToken) =>
        await DonePageAsync(
            request, id, periodo, DutyForm.Empty(request.Query["ente"].ToString()), [], cancellationToken);

    /// <summary><c>POST /scadenze/{id}/{periodo}/fatto</c>, form <see cref="DutyForm"/>: marks it.</summary>
    /// <remarks>Answers 303 to the deadlines, 200 with the page again when a value is wrong.</remarks>
    [Function("DutyDoneForm")]
    [OpenTo(Audience.Staff)]
    public async Task<IActionResult> MarkFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "scadenze/{id}/{periodo}/fatto")]
            HttpRequest request,
        string id,
        string periodo,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DutyForm form = DutyForm.Of(await request.FieldsAsync(cancellationToken));
        FieldMistake[] mistakes = [.. form.Mistakes(DutyWords.NoAct)];
        if (mistakes.Length > 0)
        {
            return await DonePageAsync(request, id, periodo, form, mistakes, cancellationToken);
        }

        Reply<Obligation> reply = await desk.MarkAsync(
            caller.Ambito,
            new DutyDone(id, periodo, form.Body, form.Text, form.Day!.Value, caller.Author, time.GetUtcNow()),
            cancellationToken);
        return reply is Reply<Obligation>.Refused refused
            ? await DonePageAsync(request, id, periodo, form, DutyPages.Mistakes(refused.Mistakes), cancellationToken)
            : Answer.Done(reply, Addresses.Deadlines, TheDuty);
    }

    /// <summary><c>GET /scadenze/{id}/evento</c>: the page where staff records what happened.</summary>
    /// <remarks>Answers 200 with the page, 404 when no such deadline counts from an event.</remarks>
    [Function("DutyEventPage")]
    [OpenTo(Audience.Staff)]
    public IActionResult EventPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scadenze/{id}/evento")]
            HttpRequest request,
        string id) =>
        EventPage(
            request.Caller(), id,
            DutyForm.Empty(string.Empty) with { Date = Italian.Day(RomeTime.Today(time)) }, []);

    /// <summary><c>POST /scadenze/{id}/evento</c>, form <see cref="DutyForm"/>: records what happened.</summary>
    /// <remarks>Answers 303 to the deadlines, 200 with the page again when a value is wrong.</remarks>
    [Function("DutyEventForm")]
    [OpenTo(Audience.Staff)]
    public async Task<IActionResult> EventFormAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "scadenze/{id}/evento")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DutyForm form = DutyForm.Of(await request.FieldsAsync(cancellationToken));
        FieldMistake[] mistakes = [.. form.Mistakes(DutyWords.NoReason)];
        if (mistakes.Length > 0)
        {
            return EventPage(caller, id, form, mistakes);
        }

        Reply<IReadOnlyList<Obligation>> reply = await desk.RecordAsync(
            caller.Ambito,
            new RecordedEvent(id, form.Body, form.Day!.Value, form.Text, caller.Author, time.GetUtcNow()),
            cancellationToken);
        return reply is Reply<IReadOnlyList<Obligation>>.Refused refused
            ? EventPage(caller, id, form, DutyPages.Mistakes(refused.Mistakes))
            : Answer.Done(reply, Addresses.Deadlines, TheEvent);
    }

    private static IActionResult EventPage(Caller caller, string id, DutyForm form, FieldMistake[] mistakes) =>
        DutyDesk.EventRules(caller.Ambito).FirstOrDefault(rule => rule.Id == id) is { } rule
            ? Answer.Page(DutyPages.OfEvent(caller.Ambito, rule, form, mistakes))
            : Answer.NotFound(TheEvent);

    private async Task<IActionResult> DonePageAsync(
        HttpRequest request, string id, string period, DutyForm form, FieldMistake[] mistakes,
        CancellationToken cancellationToken) =>
        await desk.FindAsync(request.Caller().Ambito, id, period, form.Body, cancellationToken) is { } found
            ? Answer.Page(DutyPages.OfDuty(found, form, mistakes))
            : Answer.NotFound(TheDuty);
}
