using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/tracciati/{flusso}/modello.csv</c>: the empty template of a flow.</summary>
public sealed class TemplateEndpoint
{
    /// <summary>Answers 200 with the template, 404 when there is no such flow.</summary>
    [Function(nameof(TemplateEndpoint))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tracciati/{flusso}/modello.csv")] HttpRequest request, string flusso) =>
        FlowAnswers.Template(flusso);
}
