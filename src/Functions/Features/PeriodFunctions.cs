using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>Reporting periods and their steps.</summary>
public sealed class PeriodFunctions(PeriodAnswers answers)
{
    /// <summary><c>GET /api/periodi</c>: every flow and period with where it stands.</summary>
    /// <remarks>Answers 200 with the periods, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("PeriodListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "periodi")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);

    /// <summary>
    /// <c>PUT /api/periodi/{flusso}/{periodo}/{passo}</c>: closes, approves or sends a period, with <c>{ "atto", "data", "destinatario"
    /// }</c>.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the period, 400 to a mistake, 401 without a sign-in, 403 by role, 404 to what is no period, 409 to a step out of
    /// order.
    /// </remarks>
    [Function("PeriodStepEndpoint")]
    public Task<IActionResult> TakeStepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "periodi/{flusso}/{periodo}/{passo}")] HttpRequest request,
        string flusso,
        string periodo,
        string passo,
        CancellationToken cancellationToken) =>
        answers.StepAsync(request, flusso, periodo, passo, cancellationToken);
}
