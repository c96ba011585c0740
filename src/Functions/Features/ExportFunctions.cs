using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation.Exports;
using PianoZona.Web.Exports;

namespace PianoZona.Functions.Features;

/// <summary>The tables that go out of the hub.</summary>
public sealed partial class ExportFunctions(ExportTables tables, TimeProvider time, ILogger<ExportFunctions> logger)
{
    /// <summary><c>GET /api/prospetti</c>: the page that offers them.</summary>
    /// <remarks>Answers 200 with the page, 401 without a sign-in, 403 to who may not read balances.</remarks>
    [Function("ExportListEndpoint")]
    [OpenTo(Audience.BalanceReaders)]
    [ApiOperation("Prospetti e posta", "Legge la pagina dei prospetti")]
    [ApiAnswer(200, "La pagina", MediaTypes = [ApiAnswerAttribute.Html])]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/prospetti")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DateOnly today = RomeTime.Today(time);
        IReadOnlyList<int> years = await tables.YearsAsync(caller.Ambito, today, cancellationToken);
        bool isOneOfThem = Period.TryParse(request.Query[ExportListView.Period].ToString(), out Period? asked)
            && years.Contains(asked.Year);
        return Answer.Page(new ExportListView(
            caller.Ambito.Name,
            isOneOfThem ? asked!.Year : today.Year,
            [.. ExportCatalogue.All.Select(export => new ExportLine(export.Name, export.Title))])
        {
            Years = years,
        });
    }

    /// <summary><c>GET /prospetti?periodo=2025</c>: the page of the tables to download, of a year.</summary>
    [Function("ExportListPage")]
    [OpenTo(Audience.BalanceReaders)]
    public Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "prospetti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        ListAsync(request, cancellationToken);

    /// <summary>
    /// <c>GET /api/prospetti/{nome}.csv|.xlsx?periodo=2025</c>: one of them, of a year, quarter or month.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the file, 400 to a period that is none, 401 without a sign-in, 403 to who may not read
    /// balances, 404 to another name, 500 when its totals are not those of the books: such a table does not leave the
    /// hub.
    /// </remarks>
    [Function("ExportEndpoint")]
    [OpenTo(Audience.BalanceReaders)]
    [ApiOperation("Prospetti e posta", "Scarica un prospetto", Refusals = [400, 404])]
    [ApiAnswer(200, "Il prospetto", MediaTypes = [ApiAnswerAttribute.Csv, ReceiptForms.WorkbookType])]
    [ApiQuery(
        "periodo", "Anno, trimestre o mese; senza, l'anno in corso", "2025",
        Pattern = "^20[0-9]{2}(-(S[12]|T[1-4]|[0-9]{2}))?$")]
    public async Task<IActionResult> ExportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/prospetti/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        DateOnly today = RomeTime.Today(time);
        Sent<ExportAsked> sent = ExportAsked.In(request, file, today);
        if (sent.Document is not { } asked)
        {
            return sent.Refusal;
        }

        return await tables.MakeAsync(asked.Export, caller.Ambito, asked.Period, today, cancellationToken) is { } table
            ? await asked.FileAsync(table, cancellationToken)
            : DoesNotBalance(caller, asked);
    }

    private IActionResult DoesNotBalance(Caller caller, ExportAsked asked)
    {
        LogDoesNotBalance(caller.Ambito.Code, asked.Export.Name, asked.Period.Text);
        return Answer.Problem(
            StatusCodes.Status500InternalServerError,
            "I totali del prospetto non quadrano con i conti: non viene prodotto. Avvisare chi gestisce il servizio.");
    }

    [LoggerMessage(503, LogLevel.Error, "Export {Name} of {Ambito} for {Period} does not agree with the books.")]
    private partial void LogDoesNotBalance(string ambito, string name, string period);
}
