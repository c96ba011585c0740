using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Pages;

namespace PianoZona.Functions.Features;

/// <summary>Receipts, and the rows they speak of.</summary>
public sealed class ReceiptFunctions(ReceiptAnswers receipts, RowAnswers rows, ChangeAnswers changes)
{
    /// <summary>
    /// <c>GET /api/esiti/{id}</c>: a receipt, as JSON or, for a browser, as a page; <c>.json</c>, <c>.html</c> and <c>.xlsx</c> after it
    /// name the form.
    /// </summary>
    /// <remarks>Answers 200 with the receipt, 401 without a sign-in, 404 when there is none that the caller may read.</remarks>
    [Function("ReceiptEndpoint")]
    public Task<IActionResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "esiti/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        receipts.AnswerAsync(request, id, cancellationToken);

    /// <summary><c>GET /api/esiti/{id}/righe?righe=2-9,12</c>: rows of a file as they were sent.</summary>
    /// <remarks>
    /// Answers 200 with the rows, 400 to a list of rows that is none, 401 without a sign-in, 404 when the caller may read no such receipt.
    /// </remarks>
    [Function("RowEndpoint")]
    public Task<IActionResult> RowsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "esiti/{id}/righe")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        rows.AnswerAsync(request, id, cancellationToken);

    /// <summary><c>GET /api/esiti/{id}/cambiamenti</c>: what an upload changed, fund year by fund year, against the one it replaced.</summary>
    /// <remarks>Answers 200 with the changes, 401 without a sign-in, 404 when the caller may read no such receipt or it posted nothing.</remarks>
    [Function("ChangeEndpoint")]
    public Task<IActionResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "esiti/{id}/cambiamenti")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        changes.AnswerAsync(request, id, cancellationToken);
}
