using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/riparti/{fondo}/{annualita}/{numero}/approvazione</c>: the act that approves a riparto.</summary>
public sealed class AllocationApprovalEndpoint(AllocationAnswers answers)
{
    /// <summary>Answers 200 with the riparto, 409 when it has another act already, 422 when the act is not well stated, 401, 403, 404, 415.</summary>
    [Function(nameof(AllocationApprovalEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "riparti/{fondo}/{annualita:int}/{numero:int}/approvazione")] HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        answers.ApproveAsync(request, fondo, annualita, numero, cancellationToken);
}
