using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Reporting;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation.Exports;
using PianoZona.Web.Exports;
using PianoZona.Workbooks;

namespace PianoZona.Functions.Pages;

/// <summary>The tables that go out of the hub, for who may read balances.</summary>
public sealed partial class ExportAnswers(CallerReader callers, AmbitoReporter reporter, TimeProvider time, ILogger<ExportAnswers> logger)
{
    /// <summary>The page that offers them.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(
            request, caller => caller.MayReadBalances,
            caller => Answers.PageAsync(new ExportListView(
                caller.Ambito.Name, RomeTime.Today(time).Year,
                [.. ExportCatalogue.All.Select(export => new ExportLine(export.Name, export.Title))])),
            cancellationToken);

    /// <summary>One of them: <c>griglia-fnps.csv</c> or <c>griglia-fnps.xlsx</c>, of a year or a month.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string file, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.MayReadBalances, async caller =>
        {
            if (Path.GetExtension(file) is not (".csv" or ".xlsx") || ExportCatalogue.Find(Path.GetFileNameWithoutExtension(file)) is not { } export)
            {
                return Answers.NotFound("il prospetto richiesto");
            }

            DateOnly today = RomeTime.Today(time);
            string asked = request.Query[ExportListView.Period].ToString() is { Length: > 0 } text ? text : today.Year.ToString(CultureInfo.InvariantCulture);
            if (!Period.TryParse(asked, out Period? period) || period.Kind == PeriodKinds.Date)
            {
                return Answers.Json(new { errore = "Il periodo va scritto come 2025, 2025-T3 o 2025-09." }, StatusCodes.Status400BadRequest);
            }

            AmbitoReport report = await reporter.ReportAsync(caller.Ambito, today, cancellationToken);
            ReportTable table = export.Build(new ExportInput(caller.Ambito, report.States, period, today));
            return await FileAsync(caller.Ambito.Code, export, table, file, period, cancellationToken);
        }, cancellationToken);

    // A table whose totals are not those of the books does not leave the hub.
    private async Task<IActionResult> FileAsync(
        string ambito, IExport export, ReportTable table, string file, Period period, CancellationToken cancellationToken)
    {
        if (!table.Balances)
        {
            LogDoesNotBalance(ambito, export.Name, period.Text);
            return Answers.Json(
                new { errore = "I totali del prospetto non quadrano con i conti: non viene prodotto. Avvisare chi gestisce il servizio." },
                StatusCodes.Status500InternalServerError);
        }

        string name = $"{export.Name}-{period.Text}{Path.GetExtension(file)}";
        if (Path.GetExtension(file) == ".csv")
        {
            return new FileContentResult(await ReportCsv.WriteAsync(table, cancellationToken), "text/csv; charset=utf-8") { FileDownloadName = name };
        }

        using MemoryStream workbook = new();
        ReportWorkbook.Write(table, workbook);
        return new FileContentResult(workbook.ToArray(), ReceiptForms.WorkbookType) { FileDownloadName = name };
    }

    [LoggerMessage(503, LogLevel.Error, "Export {Name} of {Ambito} for {Period} does not agree with the books.")]
    private partial void LogDoesNotBalance(string ambito, string name, string period);
}
