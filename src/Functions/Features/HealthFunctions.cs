using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Health;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;

namespace PianoZona.Functions.Features;

/// <summary>Whether the hub can do its work.</summary>
public sealed class HealthFunctions(HubHealth health)
{
    /// <summary><c>GET /api/salute</c>: whether the hub can do its work.</summary>
    /// <remarks>Answers 200 when all is well, else 503; open to monitors, which are told no more than that.</remarks>
    [Function("HealthEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Servizio", "Dice se il servizio è in ordine")]
    [ApiAnswer(200, "È in ordine", Schema = ApiSchemas.Health)]
    [ApiAnswer(503, "Non è in ordine", Schema = ApiSchemas.Health)]
    public Task<IActionResult> HealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/salute")] HttpRequest request,
        CancellationToken cancellationToken) =>
        health.AnswerAsync(cancellationToken);

    /// <summary><c>GET /stato</c>: the page of whether the hub can do its work.</summary>
    /// <remarks>Answers 200, whatever the state is: monitors ask <c>/api/salute</c>.</remarks>
    [Function("StatusPage")]
    [OpenTo(Audience.Anybody)]
    public Task<IActionResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "stato")] HttpRequest request,
        CancellationToken cancellationToken) =>
        health.PageAsync(cancellationToken);

    /// <summary>
    /// <c>GET /api/diagnosi</c>: whether the hub can do its work and, for the Ufficio di Piano, what is wrong.
    /// </summary>
    /// <remarks>
    /// Answers 200 when all is well, else 503; staff are told what is wrong and since when. Beside the open
    /// <c>/api/salute</c>, because only behind the platform's sign-in is it sure who asks. Open to anybody here: it
    /// answers also when the storage, that knows who asks, does not.
    /// </remarks>
    [Function("DiagnosisEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Servizio", "Dice se il servizio è in ordine e, all'Ufficio di Piano, che cosa non va")]
    [ApiAnswer(200, "È in ordine", Schema = ApiSchemas.Diagnosis)]
    [ApiAnswer(503, "Non è in ordine", Schema = ApiSchemas.Diagnosis)]
    public Task<IActionResult> DiagnoseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/diagnosi")] HttpRequest request,
        CancellationToken cancellationToken) =>
        health.AnswerAsync(request, cancellationToken);
}
