using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Triggers;

/// <summary><c>GET /api/tracciati/{flusso}/modello.xlsx</c>: the empty workbook of a flow, with lists to choose from and instructions.</summary>
public sealed class TemplateWorkbookEndpoint
{
    /// <summary>Answers 200 with the workbook, 404 when there is no such flow.</summary>
    [Function(nameof(TemplateWorkbookEndpoint))]
    public IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tracciati/{flusso}/modello.xlsx")] HttpRequest request, string flusso) =>
        FlowAnswers.Workbook(flusso);
}
