using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Allocations;

namespace PianoZona.Functions.Features;

/// <summary>Riparti: read, proposed, approved, put in force.</summary>
public sealed class AllocationFunctions(AllocationPipeline pipeline, AllocationAnswers answers)
{
    /// <summary><c>GET /api/riparti/{fondo}/{annualita}</c>: the riparti of a fund year.</summary>
    /// <remarks>
    /// Answers 200 with those that the caller may read: a Comune, the approved ones; 401, 403, 404 for an unknown fund.
    /// </remarks>
    [Function("AllocationListEndpoint")]
    [OpenTo(Audience.AllocationReaders)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/riparti/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        request.Caller().FindFundYear(fondo, annualita) is { } fund
            ? await answers.ListAsync(request, fund, cancellationToken)
            : Answer.NoFundYear();

    /// <summary><c>GET /riparti/{fondo}/{annualita}</c>: the page of the riparti of a fund year.</summary>
    [Function("AllocationListPage")]
    [OpenTo(Audience.AllocationReaders)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riparti/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        ListAsync(request, fondo, annualita, cancellationToken);

    /// <summary><c>GET /api/riparti/{fondo}/{annualita}/{numero}</c>: a riparto with its plan and result.</summary>
    /// <remarks>Answers 200 with the riparto, 401, 403, 404 when there is none that the caller may read.</remarks>
    [Function("AllocationEndpoint")]
    [OpenTo(Audience.AllocationReaders)]
    public async Task<IActionResult> DetailAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/riparti/{fondo}/{annualita:int}/{numero:int}")]
        HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        request.Caller().FindFundYear(fondo, annualita) is { } fund
            ? await answers.DetailAsync(request, fund, numero, cancellationToken)
            : Answer.NoFundYear();

    /// <summary><c>GET /riparti/{fondo}/{annualita}/{numero}</c>: the page of a riparto.</summary>
    [Function("AllocationPage")]
    [OpenTo(Audience.AllocationReaders)]
    public Task<IActionResult> DetailPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riparti/{fondo}/{annualita:int}/{numero:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        DetailAsync(request, fondo, annualita, numero, cancellationToken);

    /// <summary>
    /// <c>POST /api/riparti/{fondo}/{annualita}</c>: proposes the riparto of a plan; with <c>?anteprima=si</c> only
    /// shows it.
    /// </summary>
    /// <remarks>
    /// Answers 201 with the riparto, 200 when the last one has the same plan or for a preview, 422 with the mistakes,
    /// 401, 403, 404, 415.
    /// </remarks>
    [Function("AllocationProposalEndpoint")]
    [OpenTo(Audience.Staff)]
    public async Task<IActionResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/riparti/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (caller.FindFundYear(fondo, annualita) is not { } fund)
        {
            return Answer.NoFundYear();
        }

        Sent<string> sent = await AllocationText.ReadAsync(request, cancellationToken);
        return sent.Document is { } plan
            ? await ProposeAsync(caller, fund, plan, request.Query["anteprima"] == "si", cancellationToken)
            : sent.Refusal;
    }

    /// <summary>
    /// <c>PUT /api/riparti/{fondo}/{annualita}/{numero}/approvazione</c>, with <c>{ "atto": "12/2021", "data":
    /// "2021-05-20" }</c>: the act that approves a riparto.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the riparto, 409 when it has another act already, 422 when the act is not well stated, 401,
    /// 403, 404, 415.
    /// </remarks>
    [Function("AllocationApprovalEndpoint")]
    [OpenTo(Audience.Approvers)]
    public async Task<IActionResult> ApproveAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/riparti/{fondo}/{annualita:int}/{numero:int}/approvazione")]
        HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (caller.FindFundYear(fondo, annualita) is not { } fund)
        {
            return Answer.NoFundYear();
        }

        Sent<ActBody> sent = await ActBody.ReadAsync(request, cancellationToken);
        return sent.Document is { } act
            ? await ApproveAsync(caller, fund, numero, act, cancellationToken)
            : sent.Refusal;
    }

    /// <summary>
    /// <c>PUT /api/riparti/{fondo}/{annualita}/{numero}/vigore</c>: puts a riparto in force and sends it to the ledger.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the riparto, 409 when it is not approved or superseded, 401, 403, 404. Repeating it finishes
    /// what was interrupted.
    /// </remarks>
    [Function("AllocationInForceEndpoint")]
    [OpenTo(Audience.Staff)]
    public async Task<IActionResult> PutInForceAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/riparti/{fondo}/{annualita:int}/{numero:int}/vigore")]
            HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        return caller.FindFundYear(fondo, annualita) is { } fund
            ? await answers.ToStepAsync(
                await pipeline.PutInForceAsync(caller.Ambito, caller.Sender.Code, fund, numero, cancellationToken),
                cancellationToken)
            : Answer.NoFundYear();
    }

    private async Task<IActionResult> ProposeAsync(
        Caller caller, FundKey fund, string plan, bool preview, CancellationToken cancellationToken)
    {
        Reply<AllocationInYear> reply = await pipeline.ProposeAsync(
            caller.Ambito, caller.Sender.Code, fund, plan, preview, cancellationToken);
        return preview ? AllocationAnswers.ToPreview(reply) : await answers.ToStepAsync(reply, cancellationToken);
    }

    private async Task<IActionResult> ApproveAsync(
        Caller caller, FundKey fund, int number, ActBody act, CancellationToken cancellationToken) =>
        await answers.ToStepAsync(
            await pipeline.ApproveAsync(
                caller.Ambito, caller.Sender.Code, fund, number, act.Act, act.Date, cancellationToken),
            cancellationToken);
}
