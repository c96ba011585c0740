using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Downloads;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Functions.Requests.Asked;
using PianoZona.Hub.Deadlines;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>Deadlines: who is where with them, and other days for them.</summary>
public sealed class DeadlineFunctions(DeadlineRegister register, TimeProvider time)
{
    /// <summary>
    /// <c>GET /api/scadenze?dal=AAAA-MM-GG&amp;al=AAAA-MM-GG</c>: the deadlines and where each body stands with them.
    /// For the Ufficio di Piano those of its Ambito, for others their own.
    /// </summary>
    /// <remarks>Answers 200 with those the caller may see, 400 when a day is none, 401 without a sign-in.</remarks>
    [Function("DeadlineListEndpoint")]
    [OpenTo(Audience.SignedIn)]
    [ApiOperation(
        "Scadenze e contatti", "Elenca le scadenze",
        Description = "L'Ufficio di Piano vede quelle di tutti, gli altri le proprie.", Refusals = [400])]
    [ApiAnswer(200, "Le scadenze, con lo stato di ciascuna", Schema = ApiSchemas.Deadlines)]
    [ApiQuery("dal", "Primo giorno", "2026-01-01", Pattern = "^\\d{4}-\\d{2}-\\d{2}$")]
    [ApiQuery(GroupAsked.Name, "Il gruppo dei cui enti si vogliono", "casalasco")]
    [ApiQuery("al", "Ultimo giorno", "2026-06-30", Pattern = "^\\d{4}-\\d{2}-\\d{2}$")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/scadenze")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DateOnly today = RomeTime.Today(time);
        if (DeadlineDays.In(request, today) is not { } days)
        {
            return Answer.Mistaken(DeadlineDays.Mistake);
        }

        Obligations calendar = await register.CalendarAsync(caller.Ambito, today, cancellationToken);
        GroupAsked asked = GroupAsked.In(request, caller.Ambito);
        Obligation[] found = asked.Seen(caller, days.Of(calendar));
        GroupChoices groups = caller.IsStaff ? asked.Choices(Addresses.Deadlines) : GroupChoices.None;
        return Answer.PageOrJson(
            request, () => DeadlineJson.PageOf(caller.Ambito, found, groups, caller.IsStaff),
            () => new { ambito = caller.Ambito.Code, scadenze = found.Select(DeadlineJson.Of) });
    }

    /// <summary><c>GET /scadenze</c>: the page of the deadlines.</summary>
    [Function("DeadlineListPage")]
    [OpenTo(Audience.SignedIn)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scadenze")] HttpRequest request,
        CancellationToken cancellationToken) =>
        ListAsync(request, cancellationToken);

    /// <summary>
    /// <c>GET /scadenze.ics</c>: what the caller's body has to send and what comes in a year, for a calendar.
    /// </summary>
    /// <remarks>Answers 200 with the calendar, 401 without a sign-in, 403 to who sends nothing.</remarks>
    [Function("DeadlineCalendarEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> CalendarAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scadenze.ics")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        Obligations calendar = await register.CalendarAsync(caller.Ambito, RomeTime.Today(time), cancellationToken);
        return new FileContentResult(
            DeadlineCalendar.Write(calendar, caller, time.GetUtcNow()), "text/calendar; charset=utf-8")
        {
            FileDownloadName = "scadenze.ics",
        };
    }

    /// <summary>
    /// <c>PUT /api/scadenze/{id}/{periodo}</c>, with <c>{ "data": "2026-07-15", "motivo": "…" }</c>: a deadline has
    /// another day, for all or for one body.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the occurrence, 400 to a mistake, 401 without a sign-in, 403 to who is not the Ufficio di
    /// Piano, 404 when there is none.
    /// </remarks>
    [Function("DeadlineMoveEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation(
        "Scadenze e contatti", "Sposta una scadenza",
        Description = "Per tutti, o per un ente o un fondo. Senza «data» torna al suo giorno.", Refusals = [400, 404])]
    [ApiAnswer(200, "La scadenza, ente per ente", Schema = ApiSchemas.MovedDeadline)]
    [ApiBody("Il giorno e il motivo", Form = typeof(MoveBody), Required = ["motivo"])]
    public async Task<IActionResult> MoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/scadenze/{id}/{periodo}")] HttpRequest request,
        string id,
        string periodo,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DateOnly today = RomeTime.Today(time);
        if (PlannedOccurrence.Find(caller.Ambito, id, periodo, today) is not { } planned)
        {
            return Answer.NotFound("la scadenza, in questo periodo");
        }

        Sent<MoveBody> sent = await MoveBody.ReadAsync(request, cancellationToken);
        return sent.Document is { } body
            ? await MoveAsync(
                caller, planned, body.ToMove(id, periodo, caller.Author, time.GetUtcNow()), cancellationToken)
            : sent.Refusal;
    }

    private async Task<IActionResult> MoveAsync(
        Caller caller, PlannedOccurrence planned, DeadlineMove move, CancellationToken cancellationToken)
    {
        if (planned.MistakeIn(move) is { } mistake)
        {
            return Answer.Mistaken(mistake);
        }

        IReadOnlyList<Obligation> now = await register.MoveAsync(caller.Ambito, move, cancellationToken);
        return Answer.Json(
            new { scadenza = move.Deadline, periodo = move.Period, enti = now.Select(DeadlineJson.Of) });
    }
}
