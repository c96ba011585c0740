using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Web.Filling;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>Tables that are filled in on a page, and declarations that there is nothing to report.</summary>
public sealed class FillingFunctions(FillingDesk desk, NothingDesk nothing)
{
    private const string NoTick = "Metti il segno di spunta, se per questo periodo non ci sono dati.";
    private const string TheTable = "una tabella da compilare per questo flusso e periodo";
    private const string TheDeclaration = "una dichiarazione possibile per questo flusso e periodo";
    private const string Path = "compila/{flusso}/{periodo}";

    /// <summary><c>GET /compila/{flusso}/{periodo}</c>: the table as it was saved, or as it begins.</summary>
    /// <remarks>
    /// <c>errori=si</c> shows what is wrong in it, <c>righe</c> how many rows, <c>ente</c> that it is for another body,
    /// whose rows come first; one that the caller may not send for is as none. Answers 200 with the page; 303 to what
    /// was sent and is being taken in; 404 when no such table is filled in on a page; 409 with a page that leads to the
    /// file when what it begins with has too many rows.
    /// </remarks>
    [Function("FillingPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Path)] HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        bool checks = request.Query["errori"] == ReceivedFile.Yes;
        return await desk.OpenAsync(request.Party(flusso), flusso, periodo, checks, cancellationToken) switch
        {
            null => Answer.NotFound(TheTable),
            { IsOnItsWay: true } sent => new SeeOther(Addresses.DraftOf(sent.Key.Id)),
            { TooMany: { } rows } state => Answer.Page(TooLongPages.Of(state, rows), StatusCodes.Status409Conflict),
            { } state => await PageAsync(
                request, state, FilledForm.RowsAsked(request.Query["righe"]), cancellationToken),
        };
    }

    /// <summary>
    /// <c>POST /compila/{flusso}/{periodo}</c>, form of cells and <c>passo</c>: keeps what was typed.
    /// </summary>
    /// <remarks>
    /// Answers 303 to the check before sending or, with what is wrong in it, to the table; 200 with the page again
    /// when it may not be kept; 404 as the page; 409 with the page again when somebody else saved the table since it
    /// was made (<c>versione</c>), unless the button was that which keeps these rows all the same (<c>tieni</c>) or
    /// with those that the other saved of other bodies (<c>unisci</c>).
    /// </remarks>
    [Function("FillingEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> SaveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path)] HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        if (await TakeAsync(request, form, flusso, periodo, cancellationToken) is not { } state)
        {
            return Answer.NotFound(TheTable);
        }

        int next = state.Rows.Count + 1;
        int rows = form[FillView.Step] == FillView.AddStep && next <= OnlineForm.MostRows ? next : 0;
        return state is { SavedAt: null, IsOnItsWay: false }
            ? await PageAsync(
                request, state, rows, cancellationToken, state.Other is null ? 200 : 409, VersionOf(form))
            : new SeeOther(FillingPages.NextOf(state, form[FillView.Step] == FillView.CheckStep, rows));
    }

    /// <summary>
    /// <c>POST /compila/{flusso}/{periodo}/bozza</c>, the same form: keeps what was typed, and says what is wrong
    /// in it by the rules of the file.
    /// </summary>
    /// <remarks>
    /// Answers 200 with what was found, 404 as the page, 409 with why when it was sent or saved by somebody else
    /// meanwhile.
    /// </remarks>
    [Function("FillingCheckEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> CheckAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path + "/bozza")] HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        return await TakeAsync(request, form, flusso, periodo, cancellationToken) switch
        {
            null => Answer.NotFound(TheTable),
            { IsOnItsWay: true } => Stopped("La tabella è già stata inviata: ricarica la pagina."),
            { Other: { } other } => Stopped(
                $"{MeetingWords.WordsOf(other)} Le tue righe non si salvano più da sole: premi «Salva la bozza» per "
                + "scegliere quali tenere, o ricarica la pagina per vedere quelle salvate."),
            { } state => Answer.Json(FillingJson.Of(state)),
        };
    }

    /// <summary><c>GET /compila/{flusso}/{periodo}/nessun-dato</c>: what a declaration of nothing means.</summary>
    /// <remarks>Answers 200 with the page, 404 when the rules would not accept it.</remarks>
    [Function("NothingPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> AskNothingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Path + "/nessun-dato")] HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken) =>
        await nothing.FindAsync(request.Party(flusso), flusso, periodo, cancellationToken) is { } state
            ? Answer.Page(FillingPages.Nothing(state, request.Caller()))
            : Answer.NotFound(TheDeclaration);

    /// <summary><c>POST /compila/{flusso}/{periodo}/nessun-dato</c>, form <c>conferma=si</c>: declares it.</summary>
    /// <remarks>
    /// Answers 303 to what was sent, 200 with the page again without the tick, 409 with it when what would be replaced
    /// is another or a file is on its way, 404 when the rules would not accept it.
    /// </remarks>
    [Function("NothingEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> DeclareNothingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path + "/nessun-dato")] HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        string? seen = NothingView.SeenIn(form[NothingView.Seen]);
        return form[NothingView.Tick] != ReceivedFile.Yes
            ? await NothingAgainAsync(
                request, flusso, periodo, NoTick, StatusCodes.Status200OK, cancellationToken)
            : await nothing.DeclareAsync(request.Party(flusso), flusso, periodo, seen, cancellationToken) switch
            {
                Reply<DraftKey>.Done done => new SeeOther(Addresses.DraftOf(done.Value.Id)),
                Reply<DraftKey>.ConflictsOn why => await NothingAgainAsync(
                    request, flusso, periodo, $"Non ancora: {why.Reason}.", StatusCodes.Status409Conflict,
                    cancellationToken),
                _ => Answer.NotFound(TheDeclaration),
            };
    }

    private async Task<IActionResult> NothingAgainAsync(
        HttpRequest request, string flow, string period, string why, int status, CancellationToken cancellationToken) =>
        await nothing.FindAsync(request.Party(flow), flow, period, cancellationToken) is { } state
            ? Answer.Page(
                FillingPages.Nothing(state, request.Caller(), new FieldMistake(NothingView.Tick, why)), status)
            : Answer.NotFound(TheDeclaration);

    private static ContentResult Stopped(string why) => Answer.Json(new { stato = why }, StatusCodes.Status409Conflict);

    private async Task<IActionResult> PageAsync(
        HttpRequest request, FillingState state, int rows, CancellationToken cancellationToken, int status = 200,
        string? pageVersion = null) =>
        Answer.Page(
            FillingPages.Table(
                state, request.Caller(), rows,
                await MayDeclareAsync(request.Party(), state.Sheet, cancellationToken),
                pageVersion),
            status);

    // A link is offered where it leads somewhere; of another body it is told whether that may declare it itself.
    private async Task<bool> MayDeclareAsync(
        SendingParty party, FillingSheet sheet, CancellationToken cancellationToken) => sheet.For is { } body
            ? await nothing.MayDeclareAsync(
                party with { Body = body }, sheet.Flow.Code, sheet.Period.Text, cancellationToken)
            : await nothing.FindAsync(party, sheet.Flow.Code, sheet.Period.Text, cancellationToken) is not null;

    private static string? VersionOf(IFormCollection form) =>
        form[FillView.KeepName].ToString() is { Length: > 0 } kept ? kept
        : form[FillView.JoinName].ToString() is { Length: > 0 } joined ? joined
        : form[FillView.VersionName].ToString() is { Length: > 0 } seen ? seen
        : null;

    private async Task<FillingState?> TakeAsync(
        HttpRequest request, IFormCollection form, string flow, string period, CancellationToken cancellationToken)
    {
        if (FlowCatalogue.Find(flow) is not { } schema)
        {
            return null;
        }

        (SendingParty party, string? version) = (request.Party(flow), VersionOf(form));
        IReadOnlyList<IReadOnlyList<string>> rows = FilledForm.RowsOf(schema, form);
        return form[FillView.JoinName].ToString().Length > 0
            ? await desk.JoinAsync(party, flow, period, rows, version, cancellationToken)
            : await desk.SaveAsync(party, flow, period, rows, version, cancellationToken);
    }
}
