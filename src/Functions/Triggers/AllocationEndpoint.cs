using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/riparti/{fondo}/{annualita}/{numero}</c>: a riparto with its plan and result.</summary>
public sealed class AllocationEndpoint(AllocationAnswers answers)
{
    /// <summary>Answers 200 with the riparto, 401, 403, 404 when there is none that the caller may read.</summary>
    [Function(nameof(AllocationEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riparti/{fondo}/{annualita:int}/{numero:int}")] HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        answers.DetailAsync(request, fondo, annualita, numero, cancellationToken);
}
