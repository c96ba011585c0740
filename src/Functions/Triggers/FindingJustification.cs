using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/scarti/{numero}/giustificazione</c>, with <c>{ "motivo": "…", "finoAl": "2026-12-31" }</c>: a finding is accepted as it is.</summary>
public sealed class FindingJustification(FindingAnswers answers)
{
    /// <summary>
    /// Answers 200 with the finding, 400 to a mistake, 401 without a sign-in, 403 to who is not the Ufficio di Piano, 404 when it is not found now.
    /// </summary>
    [Function(nameof(FindingJustification))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "scarti/{numero}/giustificazione")] HttpRequest request,
        string numero,
        CancellationToken cancellationToken) =>
        answers.JustifyAsync(request, numero, cancellationToken);
}
