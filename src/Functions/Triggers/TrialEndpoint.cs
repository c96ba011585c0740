using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/regole/{codice}/prova</c>: who would fail if a rule on trial held. For the Ufficio di Piano.</summary>
public sealed class TrialEndpoint(TrialAnswers answers)
{
    /// <summary>Answers 200 with the uploads, 401 without a sign-in, 403 to who is no staff, 404 when no such rule is on trial.</summary>
    [Function(nameof(TrialEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regole/{codice}/prova")] HttpRequest request,
        string codice,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, codice, cancellationToken);
}
