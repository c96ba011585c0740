using System.Text;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Flows;

namespace PianoZona.Functions.Pages;

/// <summary>Descriptors and templates of the flows.</summary>
internal static class FlowAnswers
{
    public static IActionResult Descriptor(string code) => FlowCatalogue.Find(code) is { } flow
        ? Answers.JsonText(TableSchema.Descriptor(flow))
        : Answers.NotFound("il tracciato richiesto");

    public static IActionResult Template(string code) => FlowCatalogue.Find(code) is { } flow
        ? new FileContentResult(Encoding.UTF8.GetBytes(TableSchema.CsvTemplate(flow)), "text/csv; charset=utf-8") { FileDownloadName = $"{flow.Code}.csv" }
        : Answers.NotFound("il tracciato richiesto");
}
