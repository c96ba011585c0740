using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/contatti</c>, with <c>{ "contatti": ["…"] }</c>: a body adds addresses of its own.</summary>
public sealed class ContactEndpoint(ContactAnswers answers)
{
    /// <summary>Answers 200 with all its addresses, 400 to a mistake, 401 without a sign-in.</summary>
    [Function(nameof(ContactEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "contatti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AddAsync(request, cancellationToken);
}
