using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/cruscotto</c>: where every fund of the Ambito stands, what does not agree, who has not sent.</summary>
public sealed class DashboardEndpoint(DashboardAnswers answers)
{
    /// <summary>Answers 200 with the page, 401 without a sign-in, 403 to who may not read balances.</summary>
    [Function(nameof(DashboardEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cruscotto")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, cancellationToken);
}
