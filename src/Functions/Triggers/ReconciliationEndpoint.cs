using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/riconciliazioni/{fondo}/{annualita}</c>: balances and discrepancies of a fund year.</summary>
public sealed class ReconciliationEndpoint(ReconciliationAnswers answers)
{
    /// <summary>Answers 200 with the fund year, 401 without a sign-in, 403 to who may not read balances, 404 when nothing is known of it.</summary>
    [Function(nameof(ReconciliationEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "riconciliazioni/{fondo}/{annualita:int}")] HttpRequest request,
        string fondo,
        int annualita,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, fondo, annualita, cancellationToken);
}
