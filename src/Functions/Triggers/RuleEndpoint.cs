using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/regole/{codice}</c>: the page of a rule, to which receipts refer.</summary>
public sealed class RuleEndpoint
{
    /// <summary>Answers 200 with the page, 404 when there is no such rule.</summary>
    [Function(nameof(RuleEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regole/{codice}")] HttpRequest request, string codice) =>
        RuleAnswers.AnswerAsync(codice);
}
