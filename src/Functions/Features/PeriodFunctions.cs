using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Workflow;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Periods;
using PianoZona.Web.Periods;

namespace PianoZona.Functions.Features;

/// <summary>Reporting periods and the steps of their workflow.</summary>
public sealed class PeriodFunctions(PeriodRegister register)
{
    /// <summary><c>GET /api/periodi</c>: every flow and period with where it stands.</summary>
    /// <remarks>Answers 200 with the periods, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("PeriodListEndpoint")]
    [OpenTo(Audience.BalanceReaders)]
    [ApiOperation("Periodi e rettifiche", "Elenca i periodi")]
    [ApiAnswer(200, "I periodi, e a che punto sono", Schema = ApiSchemas.Periods)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/periodi")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        IReadOnlyList<ReportingPeriod> periods = await register.ListAsync(caller.Ambito, cancellationToken);
        return Answer.PageOrJson(
            request,
            () => new PeriodListView(caller.Ambito.Name, periods),
            () => new { ambito = caller.Ambito.Code, periodi = periods.Select(PeriodJson.Of) });
    }

    /// <summary><c>GET /periodi</c>: the page of the periods.</summary>
    [Function("PeriodListPage")]
    [OpenTo(Audience.BalanceReaders)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "periodi")] HttpRequest request,
        CancellationToken cancellationToken) =>
        ListAsync(request, cancellationToken);

    /// <summary>
    /// <c>PUT /api/periodi/{flusso}/{periodo}/{passo}</c>: closes, approves or sends a period, with
    /// <c>{ "atto", "data", "destinatario" }</c>. The Ufficio di Piano takes any step, the Assembly the approval.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the period, 400 to a mistake, 401 without a sign-in, 403 by role, 404 to what is no period, 409
    /// to a step out of order.
    /// </remarks>
    [Function("PeriodStepEndpoint")]
    [OpenTo(Audience.Approvers)]
    [ApiOperation("Periodi e rettifiche", "Fa fare un passo a un periodo", Refusals = [400, 404, 409])]
    [ApiAnswer(200, "Il periodo dopo il passo", Schema = ApiSchemas.Period)]
    [ApiBody("L'atto, il suo giorno, a chi è inviato", Form = typeof(PeriodStepBody))]
    public async Task<IActionResult> TakeStepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/periodi/{flusso}/{periodo}/{passo}")]
            HttpRequest request,
        string flusso,
        string periodo,
        string passo,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (PeriodStepAsked.Find(flusso, periodo, passo) is not { } asked)
        {
            return Answer.NotFound("il periodo o il passo richiesto");
        }

        return caller.IsStaff || asked.Stage == PeriodStage.Approved
            ? await TakeStepAsync(request, caller, asked, cancellationToken)
            : Answer.NotAllowed();
    }

    private async Task<IActionResult> TakeStepAsync(
        HttpRequest request, Caller caller, PeriodStepAsked asked, CancellationToken cancellationToken)
    {
        Sent<PeriodStepBody> sent = await PeriodStepBody.ReadAsync(request, cancellationToken);
        if (sent.Document is not { } body)
        {
            return sent.Refusal;
        }

        Reply<ReportingPeriod> reply = await register.TakeAsync(
            caller.Ambito, asked.Flow, asked.Period, body.ToStep(asked.Stage), caller.Author, cancellationToken);
        return Answer.To(reply, PeriodJson.Of, "il periodo richiesto");
    }
}
