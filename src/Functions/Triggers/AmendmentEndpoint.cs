using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/rettifiche/{numero}</c>, with <c>{ "accolta": true, "motivo": "…" }</c>: an amendment is accepted or refused.</summary>
public sealed class AmendmentEndpoint(AmendmentAnswers answers)
{
    /// <summary>Answers 200, 400 to a mistake, 401 without a sign-in, 403 by role, 404 to what is no amendment, 409 when it cannot be decided so.</summary>
    [Function(nameof(AmendmentEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rettifiche/{numero}")] HttpRequest request,
        string numero,
        CancellationToken cancellationToken) =>
        answers.DecideAsync(request, numero, cancellationToken);
}
