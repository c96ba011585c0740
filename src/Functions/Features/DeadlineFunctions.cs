using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>Deadlines, and other days for them.</summary>
public sealed class DeadlineFunctions(DeadlineAnswers answers)
{
    /// <summary><c>GET /api/scadenze</c>: the deadlines and where each body stands with them.</summary>
    /// <remarks>Answers 200 with those the caller may see, 400 when a day is none, 401 without a sign-in.</remarks>
    [Function("DeadlineListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scadenze")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);

    /// <summary><c>PUT /api/scadenze/{id}/{periodo}</c>, with <c>{ "data": "2026-07-15", "motivo": "…" }</c>: a deadline has another day.</summary>
    /// <remarks>
    /// Answers 200 with the occurrence, 400 to a mistake, 401 without a sign-in, 403 to who is not the Ufficio di Piano, 404 when there is
    /// none.
    /// </remarks>
    [Function("DeadlineMoveEndpoint")]
    public Task<IActionResult> MoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "scadenze/{id}/{periodo}")] HttpRequest request,
        string id,
        string periodo,
        CancellationToken cancellationToken) =>
        answers.MoveAsync(request, id, periodo, cancellationToken);
}
