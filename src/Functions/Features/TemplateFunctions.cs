using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Workbooks;

namespace PianoZona.Functions.Features;

/// <summary>Files still to be filled in that know their sender: code, period, last year's rows.</summary>
public sealed class TemplateFunctions(FillingDesk desk)
{
    private const string TheTemplate = "un modello per questo flusso e periodo";

    /// <summary><c>GET /modelli/{flusso}/{periodo}/modello.xlsx?ente=…</c>: the workbook.</summary>
    /// <remarks>Answers 200 with the file, 404 when there is no such flow or it has no such period.</remarks>
    [Function("OwnTemplateWorkbookEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> WorkbookAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "modelli/{flusso}/{periodo}/modello.xlsx")]
            HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        if (await desk.TemplateAsync(request.Party(flusso), flusso, periodo, cancellationToken) is not var (flow, rows))
        {
            return Answer.NotFound(TheTemplate);
        }

        using MemoryStream workbook = new();
        TemplateWorkbook.Write(flow, workbook, rows);
        return new FileContentResult(workbook.ToArray(), ReceiptForms.WorkbookType)
        {
            FileDownloadName = $"{flow.Code}-{periodo}.xlsx",
        };
    }

    /// <summary><c>GET /modelli/{flusso}/{periodo}/modello.csv</c>: the same as CSV.</summary>
    /// <remarks>Answers as the workbook.</remarks>
    [Function("OwnTemplateEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> CsvAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "modelli/{flusso}/{periodo}/modello.csv")]
            HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken) =>
        await desk.TemplateAsync(request.Party(flusso), flusso, periodo, cancellationToken) is var (flow, rows)
            ? new FileContentResult(TableFile.Write(flow, rows), "text/csv; charset=utf-8")
            {
                FileDownloadName = $"{flow.Code}-{periodo}.csv",
            }
            : Answer.NotFound(TheTemplate);
}
