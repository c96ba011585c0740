using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Functions.Pages;
using PianoZona.Hub;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Nightly;
using PianoZona.Storage;

namespace PianoZona.Functions.Features;

/// <summary>Reconciliation: asked for by uploads, done anew every night, and shown.</summary>
public sealed class ReconciliationFunctions(
    MessageIntake intake, ReconcilePipeline reconciliation, NightlyPipeline night, ReconciliationAnswers answers, DashboardAnswers dashboard)
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
    public Task NightlyAsync([TimerTrigger("%NightlySchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        night.RunAsync(cancellationToken);

    /// <summary><c>GET /api/riconciliazioni/{fondo}/{annualita}</c>: balances and discrepancies of a fund year.</summary>
    /// <remarks>Answers 200 with the fund year, 401 without a sign-in, 403 to who may not read balances, 404 when nothing is known of it.</remarks>
    [Function("ReconciliationEndpoint")]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riconciliazioni/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, fondo, annualita, cancellationToken);

    /// <summary><c>GET /api/cruscotto</c>: where every fund of the Ambito stands, what does not agree, who has not sent.</summary>
    /// <remarks>Answers 200 with the page, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("DashboardEndpoint")]
    public Task<IActionResult> DashboardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cruscotto")] HttpRequest request, CancellationToken cancellationToken) =>
        dashboard.AnswerAsync(request, cancellationToken);
}
