using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/scadenze/{id}/{periodo}</c>, with <c>{ "data": "2026-07-15", "motivo": "…" }</c>: a deadline has another day.</summary>
public sealed class DeadlineMoveEndpoint(DeadlineAnswers answers)
{
    /// <summary>
    /// Answers 200 with the occurrence, 400 to a mistake, 401 without a sign-in, 403 to who is not the Ufficio di Piano, 404 when there is none.
    /// </summary>
    [Function(nameof(DeadlineMoveEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "scadenze/{id}/{periodo}")] HttpRequest request,
        string id,
        string periodo,
        CancellationToken cancellationToken) =>
        answers.MoveAsync(request, id, periodo, cancellationToken);
}
