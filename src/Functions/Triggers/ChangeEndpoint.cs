using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/esiti/{id}/cambiamenti</c>: what an upload changed, fund year by fund year, against the one it replaced.</summary>
public sealed class ChangeEndpoint(ChangeAnswers answers)
{
    /// <summary>Answers 200 with the changes, 401 without a sign-in, 404 when the caller may read no such receipt or it posted nothing.</summary>
    [Function(nameof(ChangeEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "esiti/{id}/cambiamenti")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, id, cancellationToken);
}
