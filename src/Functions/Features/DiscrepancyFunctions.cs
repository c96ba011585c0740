using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Functions.Requests.Asked;
using PianoZona.Hub.Discrepancies;
using PianoZona.Web.Discrepancies;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>Discrepancies, and what staff accepts of them.</summary>
public sealed class DiscrepancyFunctions(DiscrepancyRegister register, TimeProvider time)
{
    /// <summary><c>GET /api/scarti</c>: every discrepancy of the Ambito and where it stands.</summary>
    /// <remarks>Answers 200 with them, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("FindingListEndpoint")]
    [OpenTo(Audience.BalanceReaders)]
    [ApiOperation("Conti e scarti", "Elenca gli scarti")]
    [ApiAnswer(200, "Gli scarti, e a che punto sono", Schema = ApiSchemas.Discrepancies)]
    [ApiQuery(GroupAsked.Name, "Il gruppo dei cui enti si vogliono", "casalasco")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/scarti")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        GroupAsked asked = GroupAsked.In(request, caller.Ambito);
        DiscrepancyState[] states =
        [
            .. (await register.ListAsync(caller.Ambito, RomeTime.Today(time), cancellationToken))
                .Where(state => asked.Wants(state.Key.Body)),
        ];
        return Answer.PageOrJson(
            request,
            () => new DiscrepancyListView(caller.Ambito.Name, states)
            {
                Groups = asked.Choices(Addresses.Discrepancies),
            },
            () => new { ambito = caller.Ambito.Code, scarti = states.Select(DiscrepancyJson.Of) });
    }

    /// <summary><c>GET /scarti</c>: the page of the discrepancies.</summary>
    [Function("FindingListPage")]
    [OpenTo(Audience.BalanceReaders)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scarti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        ListAsync(request, cancellationToken);

    /// <summary>
    /// <c>PUT /api/scarti/{numero}/giustificazione</c>, with <c>{ "motivo": "…", "finoAl": "2026-12-31" }</c>: a
    /// discrepancy is accepted as it is.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the discrepancy, 400 to a mistake, 401 without a sign-in, 403 to who is not the Ufficio di
    /// Piano, 404 when it is not found now.
    /// </remarks>
    [Function("FindingJustification")]
    [OpenTo(Audience.Staff)]
    [ApiOperation("Conti e scarti", "Giustifica uno scarto", Refusals = [400, 404, 409])]
    [ApiAnswer(200, "Lo scarto giustificato", Schema = ApiSchemas.Discrepancy)]
    [ApiBody("Il motivo, e fino a quando vale", Form = typeof(JustificationBody), Required = ["motivo"])]
    public async Task<IActionResult> JustifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/scarti/{numero}/giustificazione")]
            HttpRequest request,
        string numero,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DateOnly today = RomeTime.Today(time);
        Sent<JustificationBody> sent = await JustificationBody.ReadAsync(request, today, cancellationToken);
        if (sent.Document is not { } body)
        {
            return sent.Refusal;
        }

        Reply<DiscrepancyState> reply = await register.JustifyAsync(
            caller.Ambito, numero, caller.Author, body.Motivo!.Trim(), body.FinoAl, today, cancellationToken);
        return Answer.To(reply, DiscrepancyJson.Of, "lo scarto, che può essersi già chiuso");
    }
}
