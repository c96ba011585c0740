using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>Riparti: read, proposed, approved, put in force.</summary>
public sealed class AllocationFunctions(AllocationAnswers answers)
{
    /// <summary><c>GET /api/riparti/{fondo}/{annualita}</c>: the riparti of a fund year.</summary>
    /// <remarks>Answers 200 with those that the caller may read: a Comune, the approved ones; 401, 403, 404 for an unknown fund.</remarks>
    [Function("AllocationListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riparti/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, fondo, annualita, cancellationToken);

    /// <summary><c>GET /api/riparti/{fondo}/{annualita}/{numero}</c>: a riparto with its plan and result.</summary>
    /// <remarks>Answers 200 with the riparto, 401, 403, 404 when there is none that the caller may read.</remarks>
    [Function("AllocationEndpoint")]
    public Task<IActionResult> DetailAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riparti/{fondo}/{annualita:int}/{numero:int}")] HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        answers.DetailAsync(request, fondo, annualita, numero, cancellationToken);

    /// <summary><c>POST /api/riparti/{fondo}/{annualita}</c>: proposes the riparto of a plan; with <c>?anteprima=si</c> only shows it.</summary>
    /// <remarks>
    /// Answers 201 with the riparto, 200 when the last one has the same plan or for a preview, 422 with the mistakes, 401, 403, 404, 415.
    /// </remarks>
    [Function("AllocationProposalEndpoint")]
    public Task<IActionResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "riparti/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        answers.ProposeAsync(request, fondo, annualita, cancellationToken);

    /// <summary><c>PUT /api/riparti/{fondo}/{annualita}/{numero}/approvazione</c>: the act that approves a riparto.</summary>
    /// <remarks>Answers 200 with the riparto, 409 when it has another act already, 422 when the act is not well stated, 401, 403, 404, 415.</remarks>
    [Function("AllocationApprovalEndpoint")]
    public Task<IActionResult> ApproveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "riparti/{fondo}/{annualita:int}/{numero:int}/approvazione")] HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        answers.ApproveAsync(request, fondo, annualita, numero, cancellationToken);

    /// <summary><c>PUT /api/riparti/{fondo}/{annualita}/{numero}/vigore</c>: puts a riparto in force and sends it to the ledger.</summary>
    /// <remarks>
    /// Answers 200 with the riparto, 409 when it is not approved or superseded, 401, 403, 404. Repeating it finishes what was interrupted.
    /// </remarks>
    [Function("AllocationInForceEndpoint")]
    public Task<IActionResult> PutInForceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "riparti/{fondo}/{annualita:int}/{numero:int}/vigore")] HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        answers.PutInForceAsync(request, fondo, annualita, numero, cancellationToken);
}
