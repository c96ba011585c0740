using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/riparti/{fondo}/{annualita}</c>: the riparti of a fund year.</summary>
public sealed class AllocationListEndpoint(AllocationAnswers answers)
{
    /// <summary>Answers 200 with those that the caller may read: a Comune, the approved ones; 401, 403, 404 for an unknown fund.</summary>
    [Function(nameof(AllocationListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riparti/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, fondo, annualita, cancellationToken);
}
