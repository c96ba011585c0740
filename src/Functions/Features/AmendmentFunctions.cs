using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>What waits because its period was approved or closed.</summary>
public sealed class AmendmentFunctions(AmendmentAnswers answers)
{
    /// <summary><c>GET /api/rettifiche</c>: what came for periods that were approved.</summary>
    /// <remarks>Answers 200 with the amendments, 401 without a sign-in, 403 to who is not the Ufficio di Piano.</remarks>
    [Function("AmendmentListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rettifiche")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);

    /// <summary><c>PUT /api/rettifiche/{numero}</c>, with <c>{ "accolta": true, "motivo": "…" }</c>: an amendment is accepted or refused.</summary>
    /// <remarks>
    /// Answers 200, 400 to a mistake, 401 without a sign-in, 403 by role, 404 to what is no amendment, 409 when it cannot be decided so.
    /// </remarks>
    [Function("AmendmentEndpoint")]
    public Task<IActionResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rettifiche/{numero}")] HttpRequest request,
        string numero,
        CancellationToken cancellationToken) =>
        answers.DecideAsync(request, numero, cancellationToken);
}
