using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/periodi</c>: every flow and period with where it stands.</summary>
public sealed class PeriodListEndpoint(PeriodAnswers answers)
{
    /// <summary>Answers 200 with the periods, 401 without a sign-in, 403 to who may not read balances.</summary>
    [Function(nameof(PeriodListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "periodi")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
