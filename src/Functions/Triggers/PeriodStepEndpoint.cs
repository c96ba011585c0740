using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/periodi/{flusso}/{periodo}/{passo}</c>: closes, approves or sends a period, with <c>{ "atto", "data", "destinatario" }</c>.</summary>
public sealed class PeriodStepEndpoint(PeriodAnswers answers)
{
    /// <summary>
    /// Answers 200 with the period, 400 to a mistake, 401 without a sign-in, 403 by role, 404 to what is no period, 409 to a step out of order.
    /// </summary>
    [Function(nameof(PeriodStepEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "periodi/{flusso}/{periodo}/{passo}")] HttpRequest request,
        string flusso,
        string periodo,
        string passo,
        CancellationToken cancellationToken) =>
        answers.StepAsync(request, flusso, periodo, passo, cancellationToken);
}
