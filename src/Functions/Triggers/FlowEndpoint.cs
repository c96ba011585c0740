using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/tracciati/{flusso}</c>: the Table Schema descriptor of a flow.</summary>
public sealed class FlowEndpoint
{
    /// <summary>Answers 200 with the descriptor, 404 when there is no such flow.</summary>
    [Function(nameof(FlowEndpoint))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tracciati/{flusso}")] HttpRequest request, string flusso) =>
        FlowAnswers.Descriptor(flusso);
}
