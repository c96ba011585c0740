using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/promemoria/anteprima?data=AAAA-MM-GG</c>: what would be sent on a day, to whom, why.</summary>
public sealed class ReminderPreviewEndpoint(ReminderAnswers answers)
{
    /// <summary>Answers 200 with the plan, 400 when the day is none, 401 without a sign-in, 403 to who is not the Ufficio di Piano.</summary>
    [Function(nameof(ReminderPreviewEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "promemoria/anteprima")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.PreviewAsync(request, cancellationToken);
}
