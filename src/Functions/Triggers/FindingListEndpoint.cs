using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/scarti</c>: every finding of the Ambito and where it stands.</summary>
public sealed class FindingListEndpoint(FindingAnswers answers)
{
    /// <summary>Answers 200 with the findings, 401 without a sign-in, 403 to who may not read balances.</summary>
    [Function(nameof(FindingListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scarti")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
