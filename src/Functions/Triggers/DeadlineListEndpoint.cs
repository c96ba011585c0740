using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/scadenze</c>: the deadlines and where each body stands with them.</summary>
public sealed class DeadlineListEndpoint(DeadlineAnswers answers)
{
    /// <summary>Answers 200 with those the caller may see, 400 when a day is none, 401 without a sign-in.</summary>
    [Function(nameof(DeadlineListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scadenze")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
