using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/esiti/{id}/righe?righe=2-9,12</c>: rows of a file as they were sent.</summary>
public sealed class RowEndpoint(RowAnswers answers)
{
    /// <summary>Answers 200 with the rows, 400 to a list of rows that is none, 401 without a sign-in, 404 when the caller may read no such receipt.</summary>
    [Function(nameof(RowEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "esiti/{id}/righe")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, id, cancellationToken);
}
