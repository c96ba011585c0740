using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Functions.Requests.Asked;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Validation;

namespace PianoZona.Functions.Features;

/// <summary>Files that programs send.</summary>
public sealed class ProgramUploadFunctions(ProgramDesk desk)
{
    private const string Path = "api/caricamenti/{flusso}/{periodo}";
    private const string LeftOut = "senza";
    private const string LeftOutMeaning =
        "Per chi invia per altri: i codici, separati da virgole, degli enti che il file lascia fuori e che sono "
        + "nell'invio in vigore. Senza dirli la risposta è 409, e li elenca";
    private const string TheFile = "il file a questo indirizzo, che forse non è ancora arrivato";

    /// <summary>
    /// <c>POST /api/caricamenti/{flusso}/{periodo}</c>, the bytes of the file or a form with one: sends it. With
    /// <c>Idempotency-Key</c> the same key again is the same upload; with <c>?prova=si</c> it is checked and not sent.
    /// </summary>
    /// <remarks>
    /// Answers 202 with the number of the receipt, which is at <c>/api/esiti/{numero}</c> once the file was taken in;
    /// with <c>prova=si</c> 200 with the receipt that it would get; 400 to a flow or period that is none, 409 to a key
    /// that was used for another one, or for another file, and to a file without rows of bodies that are in force in
    /// its place and that <c>senza</c> does not name.
    /// </remarks>
    [Function("UploadEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Invia un file",
        Description = "Il file è il contenuto della richiesta, o la sola parte di un modulo. L'esito è pronto dopo "
            + "qualche secondo: si chiede all'indirizzo della risposta.",
        Refusals = [400, 409, 413])]
    [ApiAnswer(202, "Il file è arrivato: il numero del suo esito", Schema = ApiSchemas.Submitted)]
    [ApiAnswer(200, "Con prova=si: l'esito che il file avrebbe", Schema = ApiSchemas.Receipt)]
    [ApiQuery("prova", "Con «si» il file è controllato e non inviato", "si", Pattern = "^si$")]
    [ApiQuery(
        "Idempotency-Key", "La stessa chiave un'altra volta è lo stesso invio", "2026-06-30-spesa", IsHeader = true)]
    [ApiQuery(LeftOut, LeftOutMeaning, "018041,018091")]
    [ApiBody("Il file: XLSX o CSV", IsAlsoForm = true)]
    public async Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path)]
            HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        if (FlowAndPeriod.MistakesIn(flusso, periodo).Select(one => one.Message)
            .Concat(YesAsked.MistakesIn(request, "prova").Select(one => one.Message)).FirstOrDefault() is { } mistake)
        {
            return Answer.Mistaken(mistake);
        }

        UploadedFile file = await UploadedFiles.OnlyAsync(request);
        return YesAsked.In(request, "prova")
            ? Answer.JsonText(ReceiptJson.Write(await desk.TryAsync(
                request.Party(), request.NewDraft(), file.Name, file.Content, flusso, periodo, cancellationToken)))
            : Numbered(await desk.SubmitAsync(
                PartyOf(request), request.DraftOfKey(), file.Name, file.Content, flusso, periodo, cancellationToken));
    }

    /// <summary>
    /// <c>POST /api/caricamenti/{flusso}/{periodo}/indirizzi</c>: an address at which the caller may write one file.
    /// </summary>
    /// <remarks>Answers 201 with the address, 400 to a flow or period that is none.</remarks>
    [Function("UploadAddressEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Chiede un indirizzo dove scrivere un file",
        Description = "Per file grandi e programmi che usano Azure Storage: all'indirizzo si scrive un solo file (Put "
            + "Blob, o Put Block e Put Block List), per un'ora, e non si legge nulla. Poi si conferma: prima, il file "
            + "non è inviato.",
        Refusals = [400])]
    [ApiAnswer(201, "L'indirizzo, e dove si conferma", Schema = ApiSchemas.UploadAddress)]
    public async Task<IActionResult> AddressAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path + "/indirizzi")]
            HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        if (FlowAndPeriod.MistakesIn(flusso, periodo).FirstOrDefault() is { } mistake)
        {
            return Answer.Mistaken(mistake.Message);
        }

        DraftKey key = request.NewDraft();
        DraftAddress opened = await desk.OpenAddressAsync(key, cancellationToken);
        return Answer.Json(
            new
            {
                indirizzo = opened.Address.AbsoluteUri,
                scade = opened.Until,
                conferma = $"/api/caricamenti/{flusso}/{periodo}/indirizzi/{key.Id}",
            },
            StatusCodes.Status201Created);
    }

    /// <summary>
    /// <c>POST /api/caricamenti/{flusso}/{periodo}/indirizzi/{id}</c>: sends what was written at an address.
    /// </summary>
    /// <remarks>
    /// Answers 202 as to a file that is sent at once, and the same again; 400 to a flow or period that is none, 404 to
    /// an id at whose address nothing was written, 409 when it was sent for another flow or period, or leaves out
    /// bodies as above.
    /// </remarks>
    [Function("UploadConfirmationEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Invia il file scritto all'indirizzo",
        Description = "Ripeterla è lo stesso invio. Quello che si scrive all'indirizzo dopo non conta.",
        Refusals = [400, 404, 409])]
    [ApiAnswer(202, "Il file è arrivato: il numero del suo esito", Schema = ApiSchemas.Submitted)]
    [ApiQuery(LeftOut, LeftOutMeaning, "018041,018091")]
    public async Task<IActionResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Path + "/indirizzi/{id}")]
            HttpRequest request,
        string flusso,
        string periodo,
        string id,
        CancellationToken cancellationToken) =>
        request.Draft(id) is not { } key ? Answer.NotFound(TheFile)
        : FlowAndPeriod.MistakesIn(flusso, periodo).FirstOrDefault() is { } mistake ? Answer.Mistaken(mistake.Message)
        : Numbered(await desk.SubmitWrittenAsync(
            PartyOf(request), key, UploadedFiles.Unnamed, flusso, periodo, cancellationToken));

    private static SendingParty PartyOf(HttpRequest request) => request.Party() with
    {
        LeavesOut = request.Query[LeftOut].ToString().Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    private static IActionResult Numbered(Reply<ReceiptId> reply) => reply is Reply<ReceiptId>.Done { Value: { } id }
        ? Answer.Json(new { numero = id.Text, indirizzo = $"/api/esiti/{id.Text}" }, StatusCodes.Status202Accepted)
        : Answer.To(reply, found => found, TheFile);
}
