using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>POST /api/riparti/{fondo}/{annualita}</c>: proposes the riparto of a plan; with <c>?anteprima=si</c> only shows it.</summary>
public sealed class AllocationProposalEndpoint(AllocationAnswers answers)
{
    /// <summary>Answers 201 with the riparto, 200 when the last one has the same plan or for a preview, 422 with the mistakes, 401, 403, 404, 415.</summary>
    [Function(nameof(AllocationProposalEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "riparti/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        answers.ProposeAsync(request, fondo, annualita, cancellationToken);
}
