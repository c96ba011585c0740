using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Amendments;

namespace PianoZona.Functions.Features;

/// <summary>What waits because its period was approved or closed.</summary>
public sealed class AmendmentFunctions(AmendmentDesk desk)
{
    /// <summary><c>GET /api/rettifiche</c>: what came for periods that were approved.</summary>
    /// <remarks>
    /// Answers 200 with the amendments, 401 without a sign-in, 403 to who is not the Ufficio di Piano.
    /// </remarks>
    [Function("AmendmentListEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation("Periodi e rettifiche", "Elenca le rettifiche")]
    [ApiAnswer(200, "Le rettifiche", Schema = ApiSchemas.Amendments)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/rettifiche")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        return Answer.Json(AmendmentJson.Of(caller.Ambito, await desk.ListAsync(caller.Ambito, cancellationToken)));
    }

    /// <summary>
    /// <c>PUT /api/rettifiche/{numero}</c>, with <c>{ "accolta": true, "motivo": "…" }</c>: an amendment is accepted or
    /// refused.
    /// </summary>
    /// <remarks>
    /// Answers 200, 400 to a mistake, 401 without a sign-in, 403 by role, 404 to what is no amendment, 409 when it
    /// cannot be decided so.
    /// </remarks>
    [Function("AmendmentEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation(
        "Periodi e rettifiche", "Accoglie o respinge una rettifica", Description = "Per respingere serve il motivo.",
        Refusals = [400, 404, 409])]
    [ApiAnswer(200, "La rettifica decisa", Schema = ApiSchemas.Amendment)]
    [ApiBody("La decisione", Form = typeof(AmendmentBody), Required = ["accolta"])]
    public async Task<IActionResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/rettifiche/{numero}")] HttpRequest request,
        string numero,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        Sent<AmendmentBody> sent = await AmendmentBody.ReadAsync(request, cancellationToken);
        if (sent.Document is not { } body)
        {
            return sent.Refusal;
        }

        Reply<Amendment> reply = ReceiptId.TryParse(numero, out ReceiptId? id) && caller.MayRead(id)
            ? await desk.DecideAsync(
                caller.Ambito, id, body.Accolta!.Value, body.Motivo?.Trim(), caller.Author, cancellationToken)
            : new Reply<Amendment>.NotFound();
        return Answer.To(
            reply,
            done => new { esito = numero, stato = ReportColumns.Amendment(done.State) },
            "la rettifica richiesta");
    }
}
