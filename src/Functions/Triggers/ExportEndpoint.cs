using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/prospetti/{nome}.csv|.xlsx?periodo=2025</c>: an export of a year, quarter or month.</summary>
public sealed class ExportEndpoint(ExportAnswers answers)
{
    /// <summary>
    /// Answers 200 with the file, 400 to a period that is none, 401 without a sign-in, 403 to who may not read balances, 404 to another name.
    /// </summary>
    [Function(nameof(ExportEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prospetti/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, file, cancellationToken);
}
