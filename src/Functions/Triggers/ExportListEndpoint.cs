using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/prospetti</c>: the page that offers the exports.</summary>
public sealed class ExportListEndpoint(ExportAnswers answers)
{
    /// <summary>Answers 200 with the page, 401 without a sign-in, 403 to who may not read balances.</summary>
    [Function(nameof(ExportListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prospetti")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
