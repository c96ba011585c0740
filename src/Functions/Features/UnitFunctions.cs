using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Downloads;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Hub.Units;

namespace PianoZona.Functions.Features;

/// <summary>
/// The service units that were reported: to each body its own, to the Ufficio di Piano those of any body of its Ambito.
/// </summary>
public sealed class UnitFunctions(UnitRegister units, TimeProvider time)
{
    private const string TheUnits = "le unità dell'ente richiesto";

    /// <summary><c>GET /api/unita?ente=…</c>: the units of a body as data; a browser gets the page.</summary>
    /// <remarks>
    /// Answers 200 with them, 401 without a sign-in, 403 to who sends nothing, 404 about a body that the caller may not
    /// read.
    /// </remarks>
    [Function("UnitListEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Elenca le unità d'offerta di un ente, con i posti a contratto",
        Description = "Come le dicono gli ultimi file accettati. Chi invia vede le proprie, l'Ufficio di Piano quelle di "
            + "ogni ente del suo Ambito.",
        Refusals = [404])]
    [ApiAnswer(200, "Le unità, anche chiuse, e i posti a contratto", Schema = ApiSchemas.Units)]
    [ApiQuery("ente", "Codice dell'ente; senza, il proprio", "ente-coop-esempio")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/unita")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (BodyIn(request) is not { } body)
        {
            return Answer.NotFound(TheUnits);
        }

        UnitList list = await units.FindAsync(caller.Ambito, body, RomeTime.Today(time), cancellationToken);
        return Answer.PageOrJson(
            request, () => UnitPages.Of(list, body, caller), () => UnitJson.Of(list, body));
    }

    /// <summary><c>GET /unita</c>: the page of the same.</summary>
    [Function("UnitListPage")]
    [OpenTo(Audience.Senders)]
    public Task<IActionResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "unita")] HttpRequest request,
        CancellationToken cancellationToken) =>
        ListAsync(request, cancellationToken);

    /// <summary><c>GET /unita.csv</c>: the same as a table, all of it.</summary>
    /// <remarks>Answers 200 with the file, else as the page.</remarks>
    [Function("UnitTableEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> TableAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "unita.csv")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Ambito ambito = request.Caller().Ambito;
        if (BodyIn(request) is not { } body)
        {
            return Answer.NotFound(TheUnits);
        }

        UnitList list = await units.FindAsync(ambito, body, RomeTime.Today(time), cancellationToken);
        return new FileContentResult(
            await UnitCsv.WriteAsync(list, ambito, cancellationToken), "text/csv; charset=utf-8")
        {
            FileDownloadName = "unita.csv",
        };
    }

    // The caller's own where none is asked for; null = there is none that the caller may read.
    private static Sender? BodyIn(HttpRequest request)
    {
        Caller caller = request.Caller();
        string asked = request.Query["ente"].ToString();
        return asked.Length == 0 || asked == caller.Sender.Code ? caller.Sender
            : caller.IsStaff ? caller.Ambito.FindSender(asked)
            : null;
    }
}
