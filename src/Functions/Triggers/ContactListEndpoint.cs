using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/contatti</c>: to which addresses the hub writes for the caller's body.</summary>
public sealed class ContactListEndpoint(ContactAnswers answers)
{
    /// <summary>Answers 200 with them, 401 without a sign-in.</summary>
    [Function(nameof(ContactListEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contatti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);
}
