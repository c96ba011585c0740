using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>PUT /api/riparti/{fondo}/{annualita}/{numero}/vigore</c>: puts a riparto in force and sends it to the ledger.</summary>
public sealed class AllocationInForceEndpoint(AllocationAnswers answers)
{
    /// <summary>Answers 200 with the riparto, 409 when it is not approved or superseded, 401, 403, 404. Repeating it finishes what was interrupted.</summary>
    [Function(nameof(AllocationInForceEndpoint))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "riparti/{fondo}/{annualita:int}/{numero:int}/vigore")] HttpRequest request,
        string fondo,
        int annualita,
        int numero,
        CancellationToken cancellationToken) =>
        answers.PutInForceAsync(request, fondo, annualita, numero, cancellationToken);
}
