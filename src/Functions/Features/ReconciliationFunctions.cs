using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Messages;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Hub;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Nightly;
using PianoZona.Storage;
using PianoZona.Web.Funds;

namespace PianoZona.Functions.Features;

/// <summary>Reconciliation: asked for by uploads, done anew every night, and shown.</summary>
public sealed class ReconciliationFunctions(
    MessageIntake intake,
    ReconcilePipeline reconciliation,
    NightlyPipeline night,
    FundYears funds,
    DiscrepancyRegister register,
    TimeProvider time)
{
    /// <summary>Queue <c>riconciliazioni</c>: an accepted upload touched fund years.</summary>
    /// <remarks>Reconciles them.</remarks>
    [Function("ReconcileRequested")]
    public Task RequestedAsync(
        [QueueTrigger(StorageNames.Reconciliations, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<ReconcileMessage>(
            StorageNames.Reconciliations, body, reconciliation.ReconcileAsync, cancellationToken);

    /// <summary>Queue <c>riconciliazioni-poison</c>: a reconciliation that failed at every attempt.</summary>
    /// <remarks>Tells it, and tries more slowly; what still fails is repaired in the night.</remarks>
    [Function("ReconcileFailed")]
    public Task FailedAsync(
        [QueueTrigger(PoisonQueues.Reconciliations, Connection = StorageConnection.Name)] string? body,
        CancellationToken cancellationToken) =>
        intake.TakeAsync<ReconcileMessage>(
            PoisonQueues.Reconciliations, body, reconciliation.ReconcileLateAsync, cancellationToken);

    /// <summary>Timer: everything is reconciled anew every night.</summary>
    /// <remarks>Reconciles all.</remarks>
    [Function("NightlyReconciliation")]
    public Task NightlyAsync(
        [TimerTrigger("%NightlySchedule%")] TimerInfo timer,
        CancellationToken cancellationToken
    ) => night.RunAsync(cancellationToken);

    /// <summary>
    /// <c>GET /api/riconciliazioni/{fondo}/{annualita}</c>: balances and discrepancies of a fund year.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the fund year, 401 without a sign-in, 403 to who may not read balances, 404 when nothing is
    /// known of it.
    /// </remarks>
    [Function("ReconciliationEndpoint")]
    [OpenTo(Audience.BalanceReaders)]
    [ApiOperation("Conti e scarti", "Legge i conti di un fondo e di un'annualità", Refusals = [404])]
    [ApiAnswer(200, "Saldi, assegnazioni, residui, scarti, movimenti", Schema = ApiSchemas.FundYear)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "api/riconciliazioni/{fondo}/{annualita:int}")]
            HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        return await funds.FindAsync(
                caller.Ambito, new FundKey(fondo, annualita), RomeTime.Today(time), cancellationToken) is { } found
            ? Answer.PageOrJson(
                request,
                () => FundView.Of(caller.Ambito, found.State, found.Years, found.Discrepancies, found.LeftOut),
                () => FundYearJson.Of(found.State, found.Years, found.Discrepancies, found.LeftOut))
            : Answer.NotFound("il fondo o l'annualità richiesta");
    }

    /// <summary><c>GET /fondi/{fondo}/{annualita}</c>: the page of a fund year.</summary>
    [Function("FundPage")]
    [OpenTo(Audience.BalanceReaders)]
    public Task<IActionResult> PageAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "fondi/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        ShowAsync(request, fondo, annualita, cancellationToken);

    /// <summary>
    /// <c>GET /api/cruscotto</c>: where every fund of the Ambito stands, what does not agree, who has not sent.
    /// </summary>
    /// <remarks>Answers 200 with the page, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("DashboardEndpoint")]
    [OpenTo(Audience.BalanceReaders)]
    [ApiOperation("Conti e scarti", "Legge il cruscotto")]
    [ApiAnswer(200, "La pagina", MediaTypes = [ApiAnswerAttribute.Html])]
    public async Task<IActionResult> DashboardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/cruscotto")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        AmbitoStanding standing =
            await register.StandingAsync(request.Caller().Ambito, RomeTime.Today(time), cancellationToken);
        return Answer.Page(
            DashboardView.Of(standing.Report.Ambito, standing.Report.States, standing.Discrepancies));
    }

    /// <summary><c>GET /cruscotto</c>: the dashboard.</summary>
    [Function("DashboardPage")]
    [OpenTo(Audience.BalanceReaders)]
    public Task<IActionResult> DashboardPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cruscotto")] HttpRequest request,
        CancellationToken cancellationToken) =>
        DashboardAsync(request, cancellationToken);
}
