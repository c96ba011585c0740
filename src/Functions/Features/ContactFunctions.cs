using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>The addresses that mail goes to.</summary>
public sealed class ContactFunctions(ContactAnswers answers)
{
    /// <summary><c>GET /api/contatti</c>: to which addresses the hub writes for the caller's body.</summary>
    /// <remarks>Answers 200 with them, 401 without a sign-in.</remarks>
    [Function("ContactListEndpoint")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contatti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.ListAsync(request, cancellationToken);

    /// <summary><c>PUT /api/contatti</c>, with <c>{ "contatti": ["…"] }</c>: a body adds addresses of its own.</summary>
    /// <remarks>Answers 200 with all its addresses, 400 to a mistake, 401 without a sign-in.</remarks>
    [Function("ContactEndpoint")]
    public Task<IActionResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "contatti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        answers.AddAsync(request, cancellationToken);
}
