using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Functions.Requests.Asked;
using PianoZona.Hub.Allocations;

namespace PianoZona.Functions.Features;

/// <summary>Riparti: read, proposed, approved, put in force.</summary>
public sealed class AllocationFunctions(AllocationPipeline pipeline, AllocationBook book)
{
    /// <summary><c>GET /api/riparti/{fondo}/{annualita}</c>: the riparti of a fund year.</summary>
    /// <remarks>
    /// Answers 200 with those that the caller may read: a Comune, the approved ones; 401, 403, 404 for an unknown fund.
    /// </remarks>
    [Function("AllocationListEndpoint")]
    [OpenTo(Audience.AllocationReaders)]
    [ApiOperation("Riparti", "Elenca i riparti di un fondo e di un'annualità", Refusals = [404])]
    [ApiAnswer(200, "I riparti", Schema = ApiSchemas.Allocations)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/riparti/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        await OfFundAsync(request, fondo, annualita, async (caller, fund) => AllocationAnswers.ToList(
            request, await book.ListAsync(caller.Ambito.Code, fund, caller.MayReadBalances, cancellationToken)));

    /// <summary><c>GET /riparti/{fondo}/{annualita}</c>: the page of the riparti of a fund year.</summary>
    [Function("AllocationListPage")]
    [OpenTo(Audience.AllocationReaders)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "riparti/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        ListAsync(request, fondo, annualita, cancellationToken);

    /// <summary><c>GET /api/riparti/{fondo}/{annualita}/{numero}</c>: a riparto with its plan and result.</summary>
    /// <remarks>Answers 200 with the riparto, 401, 403, 404 when there is none that the caller may read.</remarks>
    [Function("AllocationEndpoint")]
    [OpenTo(Audience.AllocationReaders)]
    [ApiOperation("Riparti", "Legge un riparto", Refusals = [404])]
    [ApiAnswer(200, "Il riparto, con il piano e il risultato", Schema = ApiSchemas.Allocation)]
    public async Task<IActionResult> DetailAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "api/riparti/{fondo}/{annualita:int}/{numero:int}")]
        HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        await OfFundAsync(request, fondo, annualita, async (caller, fund) => AllocationAnswers.ToDetail(
            request,
            await book.FindAsync(caller.Ambito.Code, fund, numero, caller.MayReadBalances, cancellationToken)));

    /// <summary><c>GET /riparti/{fondo}/{annualita}/{numero}</c>: the page of a riparto.</summary>
    [Function("AllocationPage")]
    [OpenTo(Audience.AllocationReaders)]
    public Task<IActionResult> DetailPageAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "riparti/{fondo}/{annualita:int}/{numero:int}")]
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
    /// 400, 401, 403, 404, 415.
    /// </remarks>
    [Function("AllocationProposalEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation("Riparti", "Propone un riparto", Refusals = [400, 404, 409, 415, 422])]
    [ApiAnswer(201, "Il riparto proposto", Schema = ApiSchemas.Allocation)]
    [ApiAnswer(200, "Lo stesso piano era già proposto; con anteprima=si, soltanto il risultato",
        Schema = ApiSchemas.AllocationResult)]
    [ApiQuery("anteprima", "Con «si» si vede il risultato e non si propone nulla", "si", Pattern = "^si$")]
    [ApiBody("Il piano", Schema = ApiSchemas.AllocationPlan)]
    public async Task<IActionResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/riparti/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        await OfFundAsync(request, fondo, annualita, async (caller, fund) =>
        {
            if (YesAsked.MistakesIn(request, "anteprima").FirstOrDefault() is { } mistake)
            {
                return Answer.Mistaken(mistake.Message);
            }

            Sent<string> sent = await AllocationText.ReadAsync(request, cancellationToken);
            return sent.Document is { } plan
                ? await ProposeAsync(caller, fund, plan, YesAsked.In(request, "anteprima"), cancellationToken)
                : sent.Refusal;
        });

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
    [ApiOperation("Riparti", "Indica l'atto che approva un riparto", Refusals = [404, 409, 415, 422])]
    [ApiAnswer(200, "Il riparto approvato", Schema = ApiSchemas.Allocation)]
    [ApiBody("L'atto e il suo giorno", Schema = ApiSchemas.Act)]
    public async Task<IActionResult> ApproveAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/riparti/{fondo}/{annualita:int}/{numero:int}/approvazione")]
        HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        await OfFundAsync(request, fondo, annualita, async (caller, fund) =>
        {
            Sent<ActBody> sent = await ActBody.ReadAsync(request, cancellationToken);
            return sent.Document is { } act
                ? await ApproveAsync(caller, fund, numero, act, cancellationToken)
                : sent.Refusal;
        });

    /// <summary>
    /// <c>PUT /api/riparti/{fondo}/{annualita}/{numero}/vigore</c>: puts a riparto in force and sends it to the ledger.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the riparto, 409 when it is not approved or superseded, 401, 403, 404. Repeating it finishes
    /// what was interrupted.
    /// </remarks>
    [Function("AllocationInForceEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation(
        "Riparti", "Mette in vigore un riparto", Description = "Ripeterlo finisce ciò che si era interrotto.",
        Refusals = [404, 409])]
    [ApiAnswer(200, "Il riparto in vigore", Schema = ApiSchemas.Allocation)]
    public async Task<IActionResult> PutInForceAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/riparti/{fondo}/{annualita:int}/{numero:int}/vigore")]
            HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        await OfFundAsync(request, fondo, annualita, async (caller, fund) => await ToStepAsync(
            await pipeline.PutInForceAsync(caller.Ambito, caller.Sender.Code, fund, numero, cancellationToken),
            cancellationToken));

    private static async Task<IActionResult> OfFundAsync(
        HttpRequest request, string fund, int year, Func<Caller, FundKey, Task<IActionResult>> answer)
    {
        Caller caller = request.Caller();
        return caller.FindFundYear(fund, year) is { } known ? await answer(caller, known) : Answer.NoFundYear();
    }

    private async Task<IActionResult> ToStepAsync(Reply<AllocationInYear> step, CancellationToken cancellationToken) =>
        AllocationAnswers.ToStep(await book.AfterAsync(step, cancellationToken));

    private async Task<IActionResult> ProposeAsync(
        Caller caller, FundKey fund, string plan, bool preview, CancellationToken cancellationToken)
    {
        Reply<AllocationInYear> reply = await pipeline.ProposeAsync(
            caller.Ambito, caller.Sender.Code, fund, plan, preview, cancellationToken);
        return preview ? AllocationAnswers.ToPreview(reply) : await ToStepAsync(reply, cancellationToken);
    }

    private async Task<IActionResult> ApproveAsync(
        Caller caller, FundKey fund, int number, ActBody act, CancellationToken cancellationToken) =>
        await ToStepAsync(
            await pipeline.ApproveAsync(
                caller.Ambito, caller.Sender.Code, fund, number, act.Act, act.Date, cancellationToken),
            cancellationToken);
}
