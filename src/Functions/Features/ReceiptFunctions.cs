using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Downloads;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Notification.Sending;
using PianoZona.Validation;
using PianoZona.Web.Receipts;

namespace PianoZona.Functions.Features;

/// <summary>Receipts, the rows they speak of, and what they changed.</summary>
public sealed class ReceiptFunctions(
    ReceiptLookup receipts, ReceiptProofs proofs, RowLookup rows, UploadChanges changes, SharedPlaces places,
    SentForBodies sentFor, HubAddress hub)
{
    private const string TheReceipt = "l'esito richiesto";
    private const string TheFile = "il file richiesto";
    private const string TheRows = "le righe richieste";

    /// <summary>
    /// <c>GET /api/esiti/{id}</c>: a receipt, as JSON or, for a browser, as a page; <c>.json</c>, <c>.html</c> and
    /// <c>.xlsx</c> after it name the form.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the receipt, 401 without a sign-in, 404 when there is none that the caller may read.
    /// </remarks>
    [Function("ReceiptEndpoint")]
    [OpenTo(Audience.SignedIn)]
    [ApiOperation(
        "Esiti", "Legge un esito",
        Description = "Le sue chiavi sono in inglese: specifica dei tracciati, § Esito. Anche come pagina (.html) e "
            + "come foglio con le celle segnate (.xlsx).",
        Refusals = [404])]
    [ApiAnswer(
        200, "L'esito", Schema = ApiSchemas.Receipt, MediaTypes = [ApiAnswerAttribute.Html, ReceiptForms.WorkbookType])]
    public async Task<IActionResult> ReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/esiti/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        ReadableId(request, Path.GetFileNameWithoutExtension(id)) is not { } number ? Answer.NotFound(TheReceipt)
        : Path.GetExtension(id) switch
        {
            ReceiptForms.Workbook => await WorkbookAsync(number, cancellationToken),
            ReceiptForms.Page => await ProofAsync(request, number, cancellationToken),
            ReceiptForms.Json => await ReceiptAsync(number, cancellationToken),
            "" => Answer.WantsPage(request)
                ? await ProofAsync(request, number, cancellationToken)
                : await ReceiptAsync(number, cancellationToken),
            _ => Answer.NotFound(TheReceipt),
        };

    /// <summary>
    /// <c>GET /ricevute/{id}</c>: the page of a receipt; to a body for which another sent the file, what it holds of
    /// that body alone.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the page, 401 without a sign-in, 404 when there is none that the caller may read.
    /// </remarks>
    [Function("ReceiptPage")]
    [OpenTo(Audience.SignedIn)]
    public async Task<IActionResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ricevute/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await ForCallerAsync(request.Caller(), id, cancellationToken) is { } proof
            ? Answer.Page(SentForPages.Of(proof, request.Caller().Sender))
            : await ReceiptAsync(request, id, cancellationToken);

    /// <summary>
    /// <c>GET /ricevute/{id}/ricevuta.txt</c>: a receipt as a text to keep; to a body for which another sent the file,
    /// what it holds of that body alone.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the text, 401 without a sign-in, 404 when the caller may read no such receipt.
    /// </remarks>
    [Function("ReceiptTextEndpoint")]
    [OpenTo(Audience.SignedIn)]
    public async Task<IActionResult> TextAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ricevute/{id}/ricevuta.txt")]
            HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await ToKeepAsync(
            request, id, "txt", ProofPaper.TextType,
            share => ProofPaper.Text(share, request.Caller(), hub.Address),
            proof => ProofPaper.Text(proof, request.Caller(), hub.Address), cancellationToken);

    /// <summary>
    /// <c>GET /ricevute/{id}/ricevuta.pdf</c>: a receipt as a document to keep (PDF/A); to a body for which another
    /// sent the file, what it holds of that body alone.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the document, 401 without a sign-in, 404 when the caller may read no such receipt.
    /// </remarks>
    [Function("ReceiptPaperEndpoint")]
    [OpenTo(Audience.SignedIn)]
    public async Task<IActionResult> PaperAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ricevute/{id}/ricevuta.pdf")]
            HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await ToKeepAsync(
            request, id, "pdf", ProofPaper.ContentType,
            share => ProofPaper.Write(share, request.Caller(), hub.Address),
            proof => ProofPaper.Write(proof, request.Caller(), hub.Address), cancellationToken);

    /// <summary><c>GET /ricevute/{id}/file</c>: the file that was sent, to the last byte.</summary>
    /// <remarks>
    /// Answers 200 with its bytes, 401 without a sign-in, 404 when the caller may read no such receipt or the file was
    /// not kept.
    /// </remarks>
    [Function("SentFileEndpoint")]
    [OpenTo(Audience.SignedIn)]
    public async Task<IActionResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ricevute/{id}/file")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (ReadableId(request, id) is not { } number
            || await receipts.OpenFileAsync(number, cancellationToken) is not { } sent)
        {
            return Answer.NotFound(TheFile);
        }

        request.HttpContext.Response.RegisterForDisposeAsync(sent.File);
        return new FileStreamResult(await sent.File.OpenAsync(cancellationToken), "application/octet-stream")
        {
            FileDownloadName = sent.Name,
        };
    }

    /// <summary><c>GET /api/esiti/{id}/righe?righe=2-9,12</c>: rows of a file as they were sent.</summary>
    /// <remarks>
    /// Answers 200 with the rows, 400 to a list of rows that is none, 401 without a sign-in, 404 when the caller may
    /// read no such receipt.
    /// </remarks>
    [Function("RowEndpoint")]
    [OpenTo(Audience.SignedIn)]
    [ApiOperation(
        "Esiti", "Legge righe di un file inviato", Description = "Al massimo 500 righe.", Refusals = [400, 404])]
    [ApiAnswer(200, "Le righe, come sono nel file", Schema = ApiSchemas.Rows)]
    [ApiQuery(
        "righe", "Le righe, con gli intervalli", "2-9,12", Pattern = "^[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*$",
        IsRequired = true)]
    public async Task<IActionResult> RowsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/esiti/{id}/righe")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (ReadableId(request, id) is not { } number
            || await receipts.FindWithRowsAsync(number, cancellationToken) is not { } receipt)
        {
            return Answer.NotFound(TheRows);
        }

        return RowsAsked.In(request) is { } asked
            ? await RowsAsync(request, receipt, number, asked, cancellationToken)
            : Answer.Mistaken("Le righe vanno scritte come 2-9,12.");
    }

    /// <summary><c>GET /ricevute/{id}/righe</c>: the page of rows of a file.</summary>
    [Function("RowPage")]
    [OpenTo(Audience.SignedIn)]
    public Task<IActionResult> RowsPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "ricevute/{id}/righe")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        RowsAsync(request, id, cancellationToken);

    /// <summary>
    /// <c>GET /api/esiti/{id}/cambiamenti</c>: what an upload changed, fund year by fund year, against the one it
    /// replaced.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the changes, 401 without a sign-in, 404 when the caller may read no such receipt or it posted
    /// nothing.
    /// </remarks>
    [Function("ChangeEndpoint")]
    [OpenTo(Audience.SignedIn)]
    [ApiOperation("Esiti", "Legge che cosa ha cambiato un invio", Refusals = [404])]
    [ApiAnswer(200, "I cambiamenti, per fondo e annualità", Schema = ApiSchemas.Changes)]
    public async Task<IActionResult> ChangesAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "api/esiti/{id}/cambiamenti")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        ReadableId(request, id) is { } number
            && await changes.FindAsync(request.Caller().Ambito, number, cancellationToken) is { } found
            ? Answer.Json(ChangeJson.Of(found))
            : Answer.NotFound($"{TheReceipt}, o non ha registrato nulla");

    // Null as well for who may read the receipt itself, and for who sends nothing.
    private async Task<SentForBodyProof?> ForCallerAsync(
        Caller caller, string number, CancellationToken cancellationToken) =>
        ReceiptId.TryParse(number, out ReceiptId? id) && !caller.MayRead(id) && caller.IsAmong(Audience.Senders)
            ? await sentFor.FindAsync(caller.Ambito, caller.Sender, id, cancellationToken)
            : null;

    // To a body for which another sent the file its share, to its sender and to staff all of it.
    private async Task<IActionResult> ToKeepAsync(
        HttpRequest request, string id, string extension, string type,
        Func<SentForBodyProof, byte[]> ofShare, Func<ReceiptProof, byte[]> ofAll, CancellationToken cancellationToken)
    {
        byte[]? bytes = await ForCallerAsync(request.Caller(), id, cancellationToken) is { } share ? ofShare(share)
            : ReadableId(request, id) is { } number
                && await proofs.FindAsync(request.Caller().Ambito, number, cancellationToken) is { } proof
                ? ofAll(proof)
            : null;
        return bytes is null
            ? Answer.NotFound(TheReceipt)
            : new FileContentResult(bytes, type) { FileDownloadName = $"ricevuta-{id}.{extension}" };
    }

    private static ReceiptId? ReadableId(HttpRequest request, string number) =>
        ReceiptId.TryParse(number, out ReceiptId? id) && request.Caller().MayRead(id) ? id : null;

    private async Task<IActionResult> ReceiptAsync(ReceiptId number, CancellationToken cancellationToken) =>
        await receipts.FindAsync(number, cancellationToken) is { } receipt
            ? Answer.JsonText(ReceiptJson.Write(receipt))
            : Answer.NotFound(TheReceipt);

    private async Task<IActionResult> ProofAsync(
        HttpRequest request, ReceiptId number, CancellationToken cancellationToken) =>
        await proofs.FindAsync(request.Caller().Ambito, number, cancellationToken) is { } proof
            ? Answer.Page(await WithOthersAsync(
                ProofPages.Of(proof, request.Caller()), request.Caller(), proof, cancellationToken))
            : Answer.NotFound(TheReceipt);

    private async Task<ProofView> WithOthersAsync(
        ProofView page, Caller caller, ReceiptProof proof, CancellationToken cancellationToken)
    {
        ReceiptId id = proof.Sent.Receipt.Id;
        if (!ProofPages.Corrects(proof, caller) || !ProofPages.Counts(proof))
        {
            return page;
        }

        IReadOnlyList<Sender> due = await places.StillDueAsync(
            caller.Ambito, caller.Sender, id.Flow, id.Period, cancellationToken);
        IReadOnlyList<string> gone = due.Count > 0 && proof.Change is { Version: { } version }
            ? await places.TakenAwayAsync(version, cancellationToken) : [];
        return ProofPages.WithDue(page, id, due, gone);
    }

    private async Task<IActionResult> WorkbookAsync(ReceiptId number, CancellationToken cancellationToken) =>
        await receipts.FindFormAsync(number, ReceiptForms.Workbook, cancellationToken) is { } workbook
            ? new FileStreamResult(workbook, ReceiptForms.WorkbookType)
            {
                FileDownloadName = number.Text + ReceiptForms.Workbook,
            }
            : Answer.NotFound("il foglio restituito");

    private async Task<IActionResult> RowsAsync(
        HttpRequest request, Receipt receipt, ReceiptId number, RowsAsked asked, CancellationToken cancellationToken) =>
        await rows.FindAsync(
            request.Caller().Ambito, number, receipt.Flow, asked.Rows, RowsAsked.Most, cancellationToken) is { } found
            ? Answer.PageOrJson(
                request,
                () => RowJson.PageOf(receipt, request.Caller().Ambito.NameOf(receipt.Sender), asked.Rows, found),
                () => RowJson.Of(receipt, asked.Rows, found))
            : Answer.NotFound(TheRows);
}
