using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>Exports for somebody outside.</summary>
public sealed class ExportFunctions(ExportAnswers answers)
{
    /// <summary><c>GET /api/prospetti</c>: the page that offers the exports.</summary>
    /// <remarks>Answers 200 with the page, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("ExportListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prospetti")] HttpRequest request, CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);

    /// <summary><c>GET /api/prospetti/{nome}.csv|.xlsx?periodo=2025</c>: an export of a year, quarter or month.</summary>
    /// <remarks>
    /// Answers 200 with the file, 400 to a period that is none, 401 without a sign-in, 403 to who may not read balances, 404 to another
    /// name.
    /// </remarks>
    [Function("ExportEndpoint")]
    public Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "prospetti/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, file, cancellationToken);
}
