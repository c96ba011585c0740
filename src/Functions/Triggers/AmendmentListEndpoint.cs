using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/rettifiche</c>: what came for periods that were approved.</summary>
public sealed class AmendmentListEndpoint(AmendmentAnswers answers)
{
    /// <summary>Answers 200 with the amendments, 401 without a sign-in, 403 to who is not the Ufficio di Piano.</summary>
    [Function(nameof(AmendmentListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rettifiche")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
