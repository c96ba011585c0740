using System.Text;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Hub.Ports;
using PianoZona.Workbooks;

namespace PianoZona.Functions.Answers;

/// <summary>Descriptors and templates, CSV and XLSX, of the flows.</summary>
internal static class FlowFiles
{
    public static IActionResult Descriptor(string code) => FlowCatalogue.Find(code) is { } flow
        ? Answer.JsonText(TableSchema.Descriptor(flow))
        : Answer.NotFound("il tracciato richiesto");

    public static IActionResult Template(string code) =>
        FlowCatalogue.Find(code) is { } flow
            ? new FileContentResult(Encoding.UTF8.GetBytes(TableSchema.CsvTemplate(flow)), "text/csv; charset=utf-8")
            {
                FileDownloadName = $"{flow.Code}.csv",
            }
            : Answer.NotFound("il tracciato richiesto");

    public static IActionResult Workbook(string code)
    {
        if (FlowCatalogue.Find(code) is not { } flow)
        {
            return Answer.NotFound("il tracciato richiesto");
        }

        using MemoryStream workbook = new();
        TemplateWorkbook.Write(flow, workbook);
        return new FileContentResult(workbook.ToArray(), ReceiptForms.WorkbookType)
        {
            FileDownloadName = $"{flow.Code}.xlsx",
        };
    }
}
