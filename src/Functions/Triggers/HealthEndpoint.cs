using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/salute</c>: whether the hub can do its work.</summary>
public sealed class HealthEndpoint(HealthAnswers answers)
{
    /// <summary>Answers 200 when all is well, else 503; open to monitors, which are told no more than that.</summary>
    [Function(nameof(HealthEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "salute")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.AnswerAsync(cancellationToken);
}
