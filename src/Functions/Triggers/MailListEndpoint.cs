using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/posta</c>: the messages that could not be delivered, and those on their way.</summary>
public sealed class MailListEndpoint(MailAnswers answers)
{
    /// <summary>Answers 200 with them, 401 without a sign-in, 403 to who is not the Ufficio di Piano.</summary>
    [Function(nameof(MailListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "posta")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
