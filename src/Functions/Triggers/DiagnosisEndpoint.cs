using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/diagnosi</c>: whether the hub can do its work and, for the Ufficio di Piano, what is wrong.</summary>
/// <remarks>Beside the open <c>/api/salute</c>, because only behind the platform's sign-in is it sure who asks.</remarks>
public sealed class DiagnosisEndpoint(HealthAnswers answers)
{
    /// <summary>Answers 200 when all is well, else 503; staff are told what is wrong and since when.</summary>
    [Function(nameof(DiagnosisEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "diagnosi")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, cancellationToken);
}
