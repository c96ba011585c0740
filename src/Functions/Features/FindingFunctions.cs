using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>Findings, and what staff accepts of them.</summary>
public sealed class FindingFunctions(FindingAnswers answers)
{
    /// <summary><c>GET /api/scarti</c>: every discrepancy of the Ambito and where it stands.</summary>
    /// <remarks>Answers 200 with the discrepancies, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("FindingListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scarti")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);

    /// <summary>
    /// <c>PUT /api/scarti/{numero}/giustificazione</c>, with <c>{ "motivo": "…", "finoAl": "2026-12-31" }</c>: a discrepancy is accepted as it
    /// is.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the discrepancy, 400 to a mistake, 401 without a sign-in, 403 to who is not the Ufficio di Piano, 404 when it is not
    /// found now.
    /// </remarks>
    [Function("FindingJustification")]
    public Task<IActionResult> JustifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "scarti/{numero}/giustificazione")] HttpRequest request,
        string numero,
        CancellationToken cancellationToken) =>
        answers.JustifyAsync(request, numero, cancellationToken);
}
