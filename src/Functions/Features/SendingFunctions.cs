using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Sending;

namespace PianoZona.Functions.Features;

/// <summary>Files chosen on a page, looked at, and sent.</summary>
public sealed class SendingFunctions(
    SendingDesk desk, WaitingDrafts waiting, FillingDesk filling, NothingDesk nothing, SharedPlaces places,
    IOptions<HubOptions> options)
{
    private const string TheFile = "il file scelto, che forse è già stato eliminato";

    /// <summary>
    /// <c>GET /invia?flusso=…&amp;periodo=…&amp;ente=…</c>: where files are chosen, of another body's duty too.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the page, 401 without a sign-in, 403 to who sends nothing. An <c>ente</c> that the caller may
    /// not send for is as none.
    /// </remarks>
    [Function("SendPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> ChooseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invia")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answer.Page(await ChoiceAsync(request, cancellationToken));

    /// <summary><c>POST /invia</c>, form with files: takes them in; nothing is sent yet.</summary>
    /// <remarks>
    /// Answers 303 to what they are; 200 with the page again when no file was chosen; 413 when one is too large.
    /// </remarks>
    [Function("SendEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> TakeInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invia")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        List<DraftKey> taken = [];
        await foreach (UploadedFile file in UploadedFiles.In(request))
        {
            taken.Add(await TakeInAsync(request, file, cancellationToken));
        }

        return taken.Count switch
        {
            0 => await NoFileAsync(request, cancellationToken),
            1 => new SeeOther(Addresses.DraftOf(taken[0].Id)),
            _ => new SeeOther(AgainFor(request, taken.Count)),
        };
    }

    /// <summary><c>GET /invia/{id}</c>: a file before it is sent and, once it is, its receipt.</summary>
    /// <remarks>Answers 200 with the page, 303 to the receipt, 404 when the caller has no such file.</remarks>
    [Function("DraftPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invia/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        request.Draft(id) is not { } key
        || await desk.FindAsync(request.Party(), key, cancellationToken) is not { } draft ? Answer.NotFound(TheFile)
        : draft is { HasReceipt: true, Receipt: { } receipt } ? new SeeOther(Addresses.ReceiptOf(receipt.Text))
        : Answer.Page(await WithWaysOutAsync(
            request, draft, SendingPages.Of(draft, request.Caller()), cancellationToken));

    /// <summary><c>POST /invia/{id}</c>, form <c>flusso</c>, <c>periodo</c>, <c>nulla</c>: what the file is.</summary>
    /// <remarks>
    /// Answers 303 to the file, 200 with the page again when a value is wrong, 404 when it is gone or sent.
    /// </remarks>
    [Function("DraftEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> TakeForAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invia/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        if (request.Draft(id) is not { } key)
        {
            return Answer.NotFound(TheFile);
        }

        string flow = form["flusso"].ToString();
        string period = form["periodo"].ToString().Trim().ToUpperInvariant();
        FieldMistake[] mistakes = [.. FlowAndPeriod.MistakesIn(flow, period)];
        return mistakes.Length > 0 ? await AgainAsync(request, key, mistakes, cancellationToken)
            : await desk.TakeForAsync(key, flow, period, form["nulla"] == ReceivedFile.Yes, cancellationToken)
                ? new SeeOther(Addresses.DraftOf(id))
                : Answer.NotFound(TheFile);
    }

    /// <summary><c>GET /invia/{id}/file</c>: the file as it is kept.</summary>
    /// <remarks>Answers 200 with its bytes, 404 when the caller has no such file.</remarks>
    [Function("DraftFileEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> FileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invia/{id}/file")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (request.Draft(id) is not { } key || await desk.OpenAsync(key, cancellationToken) is not { } file)
        {
            return Answer.NotFound(TheFile);
        }

        request.HttpContext.Response.RegisterForDisposeAsync(file);
        return new FileStreamResult(
            await file.Content.OpenAsync(cancellationToken), "application/octet-stream")
        {
            FileDownloadName = file.Facts.FileName,
        };
    }

    /// <summary><c>POST /invia/{id}/conferma</c>: sends the file.</summary>
    /// <remarks>
    /// Answers 303 to the file, 200 with the page again when it leaves out bodies that the form does not name
    /// (<c>senza</c>), 404 when it is gone, 409 when it would not be accepted.
    /// </remarks>
    [Function("DraftSendEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invia/{id}/conferma")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        if (request.Draft(id) is not { } key)
        {
            return Answer.NotFound(TheFile);
        }

        DraftSeen seen = new(
            form[DraftView.VersionName].ToString(),
            form[DraftView.ReplacesName].ToString() is { Length: > 0 } replaced ? replaced : null,
            form[DraftView.ToldName].ToString() is { Length: > 0 } told ? told : null);
        SendingParty party = PartyOf(request, form);
        Reply<ReceiptId> reply = await desk.SendAsync(party, key, seen, cancellationToken);
        return await ConflictAsync(request, party, key, reply, cancellationToken)
            ?? Answer.Done(reply, Addresses.DraftOf(id), TheFile);
    }

    /// <summary><c>POST /invia/{id}/elimina</c>: throws the file away.</summary>
    /// <remarks>Answers 303 to where files are chosen, 404 to an id that can be none.</remarks>
    [Function("DraftDiscardEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> DiscardAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "invia/{id}/elimina")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (request.Draft(id) is not { } key)
        {
            return Answer.NotFound(TheFile);
        }

        await desk.DiscardAsync(key, cancellationToken);
        return new SeeOther(Addresses.Send);
    }

    /// <summary><c>GET /invia/{id}/foglio.xlsx</c>: the sheet of the file with its problems in it.</summary>
    /// <remarks>Answers 200 with the workbook, 404 when there is no such file or nothing was found in it.</remarks>
    [Function("DraftSheetEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> SheetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invia/{id}/foglio.xlsx")]
            HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        request.Draft(id) is { } key
        && await desk.SheetAsync(request.Party(), key, cancellationToken) is { } sheet
            ? new FileStreamResult(sheet, ReceiptForms.WorkbookType) { FileDownloadName = "da-correggere.xlsx" }
            : Answer.NotFound(TheFile);

    private static SendingParty PartyOf(HttpRequest request, IFormCollection form) => request.Party() with
    {
        LeavesOut = form[DraftView.LeavesOutName].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries),
    };

    // The page again, with why it was not sent; null = there is nothing to see again.
    private async Task<IActionResult?> ConflictAsync(
        HttpRequest request, SendingParty party, DraftKey key, Reply<ReceiptId> reply,
        CancellationToken cancellationToken)
    {
        if (reply is not Reply<ReceiptId>.ConflictsOn { Reason: { } reason }
            || await desk.FindAsync(party, key, cancellationToken) is not { Receipt: null } draft)
        {
            return null;
        }

        bool isUnticked = draft.Check is { LeftOut: { Count: > 0 } leftOut }
            && leftOut.Except(party.LeavesOut, StringComparer.Ordinal).Any();
        return Answer.Page(
            await WithWaysOutAsync(
                request, draft,
                isUnticked ? SendingPages.Unticked(draft, request.Caller())
                    : SendingPages.Changed(draft, request.Caller(), reason),
                cancellationToken),
            isUnticked ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    // A file without rows may be meant to say that there is nothing.
    private async Task<PageView> WithWaysOutAsync(
        HttpRequest request, DraftState draft, PageView page, CancellationToken cancellationToken)
    {
        if (page is not DraftView view)
        {
            return page;
        }

        view = view with { MostMegabytes = SendingPages.MegabytesOf(options.Value.MaxFileBytes) };
        SendingParty party = request.Party();
        return SendingPages.LacksRows(draft) && view is { Choice: { Flow: { } flow, Period: { } period } }
            && await nothing.FindAsync(
                party with { For = SendingPages.BegunFor(draft.Facts, party.Ambito, party.Body) }, flow, period,
                cancellationToken) is not null
                ? view with { Nothing = Addresses.NothingOf(flow, period) }
                : view;
    }

    private async Task<DraftKey> TakeInAsync(
        HttpRequest request, UploadedFile file, CancellationToken cancellationToken)
    {
        DraftKey key = request.NewDraft();
        DraftFacts facts = request.FactsOf(
            file.Name, file.Fields.GetValueOrDefault("flusso"), file.Fields.GetValueOrDefault("periodo"),
            file.Fields.GetValueOrDefault(Addresses.BodyQuery));
        // Looked at before the next one comes: the form may break off there.
        await desk.ReceiveAsync(request.Party(), key, facts, file.Content, cancellationToken);
        if (file.Fields.GetValueOrDefault(DraftView.InPlaceOfName) is { } old && request.Draft(old) is { } refused)
        {
            await desk.DiscardRefusedAsync(refused, cancellationToken);
        }

        return key;
    }

    private async Task<IActionResult> NoFileAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Answer.Page(await ChoiceAsync(request, cancellationToken) with
        {
            Mistakes = [new FieldMistake("file", "Non hai scelto nessun file: scegline almeno uno.")],
        });

    // The address of the form says what the page was about, as that of the page does.
    private async Task<SendView> ChoiceAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        (string? flow, string? period) = AskedIn(request);
        SendingParty party = request.Party(flow);
        IReadOnlyList<DraftLine> drafts = await desk.ListAsync(party, cancellationToken);
        string? chosen = request.Query[Addresses.CheckedQuery];
        SendView view = SendingPages.Choose(
            flow, period, party,
            await waiting.OfAsync(party, drafts, SendingPages.CountOf(drafts, chosen), cancellationToken),
            options.Value.MaxFileBytes) with
        {
            Checked = SendingPages.CheckedOf(drafts, chosen),
        };
        if (flow is null || period is null)
        {
            return view;
        }

        if (await filling.TooManyAsync(party, flow, period, cancellationToken) is { } many)
        {
            view = SendingPages.WithoutFilling(view, many.Rows, many.IsInForce, party);
        }

        return await places.FindAsync(party, flow, period, cancellationToken) is { } place
                ? SendingPages.WithOthers(view, place, flow)
            : await nothing.FindAsync(party, flow, period, cancellationToken) is not null
                ? view with { Nothing = Addresses.NothingOf(flow, period) }
            : view;
    }

    // Where files are chosen, which says how many were looked at.
    private static string AgainFor(HttpRequest request, int taken)
    {
        (string? flow, string? period) = AskedIn(request);
        string again = Addresses.SendFor(flow, period, request.Party(flow).For?.Code);
        return again + (again.Contains('?', StringComparison.Ordinal) ? '&' : '?') + Addresses.CheckedOf(taken);
    }

    private static (string? Flow, string? Period) AskedIn(HttpRequest request) =>
        FlowAndPeriod.Known(request.Query["flusso"], request.Query["periodo"]);

    private async Task<IActionResult> AgainAsync(
        HttpRequest request, DraftKey key, FieldMistake[] mistakes, CancellationToken cancellationToken) =>
        await desk.FindAsync(request.Party(), key, cancellationToken) is { } draft
            ? Answer.Page(await WithWaysOutAsync(
                request, draft, SendingPages.Of(draft, request.Caller(), mistakes), cancellationToken))
            : Answer.NotFound(TheFile);
}
