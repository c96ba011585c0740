using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/esiti/{id}</c>: a receipt, as JSON or, for a browser, as a page; <c>.json</c>, <c>.html</c> and <c>.xlsx</c> after it name the
/// form.</summary>
public sealed class ReceiptEndpoint(ReceiptAnswers answers)
{
    /// <summary>Answers 200 with the receipt, 401 without a sign-in, 404 when there is none that the caller may read.</summary>
    [Function(nameof(ReceiptEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "esiti/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        answers.AnswerAsync(request, id, cancellationToken);
}
