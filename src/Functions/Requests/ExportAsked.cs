using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts;
using PianoZona.Contracts.Reporting;
using PianoZona.Functions.Answers;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation.Exports;
using PianoZona.Web.Exports;
using PianoZona.Workbooks;

namespace PianoZona.Functions.Requests;

/// <summary>An export, of a period, in a form: <c>griglia-fnps.xlsx?periodo=2025</c>.</summary>
/// <param name="Period">The year, quarter or month.</param>
/// <param name="Ending">The form: <c>.csv</c> or <c>.xlsx</c>.</param>
internal sealed record ExportAsked(IExport Export, Period Period, string Ending)
{
    private const string Csv = ".csv";

    /// <summary>The export asked for; without a period, that of today's year.</summary>
    public static Sent<ExportAsked> In(HttpRequest request, string file, DateOnly today)
    {
        string ending = Path.GetExtension(file);
        if (ending is not (Csv or ReceiptForms.Workbook)
            || ExportCatalogue.Find(Path.GetFileNameWithoutExtension(file)) is not { } export)
        {
            return Sent<ExportAsked>.Refused(Answer.NotFound("il prospetto richiesto"));
        }

        string asked = request.Query[ExportListView.Period].ToString() is { Length: > 0 } text
            ? text
            : today.Year.ToString(CultureInfo.InvariantCulture);
        return Period.TryParse(asked, out Period? period) && period.Kind != PeriodKinds.Date
            ? Sent<ExportAsked>.Of(new ExportAsked(export, period, ending))
            : Sent<ExportAsked>.Wrong("Il periodo va scritto come 2025, 2025-T3 o 2025-09.");
    }

    /// <summary>The file of its table.</summary>
    public async Task<IActionResult> FileAsync(ReportTable table, CancellationToken cancellationToken)
    {
        string name = $"{Export.Name}-{Period.Text}{Ending}";
        if (Ending == Csv)
        {
            byte[] text = await ReportCsv.WriteAsync(table, cancellationToken);
            return new FileContentResult(text, "text/csv; charset=utf-8") { FileDownloadName = name };
        }

        using MemoryStream workbook = new();
        ReportWorkbook.Write(table, workbook);
        return new FileContentResult(workbook.ToArray(), ReceiptForms.WorkbookType) { FileDownloadName = name };
    }
}
