using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>Files that come in parts, over a line that may break, and what became of them.</summary>
public sealed class DraftFunctions(SendingDesk desk)
{
    private const string TheFile = "il file";

    /// <summary><c>PUT /api/bozze/{id}/parti/{parte}</c>: a part of a file, from 0; again, it is the same.</summary>
    /// <remarks>Answers 204; 400 to a number that is none or a part too large, 404 to an id that can be none.</remarks>
    [Function("DraftPartEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Manda una parte di un file",
        Description = "Per linee che si interrompono: le parti si possono ripetere, e sono al massimo di 8 MB.",
        Refusals = [400, 404])]
    [ApiAnswer(204, "La parte è arrivata")]
    [ApiBody("I byte della parte")]
    public async Task<IActionResult> PartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/bozze/{id}/parti/{parte:int}")]
            HttpRequest request,
        string id,
        int parte,
        CancellationToken cancellationToken)
    {
        if (request.Draft(id) is not { } key)
        {
            return Answer.NotFound(TheFile);
        }

        if (parte is < 0 or >= JoinBody.MostParts || request.ContentLength is null or > JoinBody.LargestPart)
        {
            return Answer.Mistaken(
                $"Le parti si numerano da 0 a {JoinBody.MostParts - 1}, e sono di {JoinBody.LargestPart >> 20} MB al più.");
        }

        await desk.TakePartAsync(key, parte, request.Body, cancellationToken);
        return new NoContentResult();
    }

    /// <summary><c>POST /api/bozze/{id}/unisci</c>, with <see cref="JoinBody"/>: the file is whole.</summary>
    /// <remarks>Answers 200 with its address, 400 to a mistake, 409 when a part has not come or it was sent.</remarks>
    [Function("DraftJoinEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Unisce le parti di un file",
        Description = "Dopo l'unione il file è controllato, e si invia dalla sua pagina.", Refusals = [400, 404, 409])]
    [ApiAnswer(200, "L'indirizzo del file", Schema = ApiSchemas.Whole)]
    [ApiBody("Quante parti sono, e di che cosa", Form = typeof(JoinBody), Required = ["nome", "parti"])]
    public async Task<IActionResult> JoinAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/bozze/{id}/unisci")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        Sent<JoinBody> sent = (await RequestBody.ReadAsync<JoinBody>(request, cancellationToken))
            .Unless(JoinBody.Mistake);
        if (request.Draft(id) is not { } key || sent.Document is not { } body)
        {
            return request.Draft(id) is null ? Answer.NotFound(TheFile) : sent.Refusal;
        }

        return Answer.To(
            await JoinAsync(request, key, body, cancellationToken),
            joined => new { indirizzo = Addresses.DraftOf(joined.Id) },
            TheFile);
    }

    /// <summary><c>GET /api/bozze/{id}</c>: whether a file was sent, its receipt, and what is wrong in it.</summary>
    /// <remarks>
    /// Answers 200 with the address of the receipt once it is there, and before with what was found in it (none while
    /// it does not say what it is); 404 when there is no such file.
    /// </remarks>
    [Function("DraftStateEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation("Invii", "Dice che cosa è stato di un file in parti", Refusals = [404])]
    [ApiAnswer(200, "Se è inviato, e la sua ricevuta", Schema = ApiSchemas.Draft)]
    public async Task<IActionResult> StateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/bozze/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        request.Draft(id) is { } key && await desk.FindAsync(request.Party(), key, cancellationToken) is { } draft
            ? Answer.Json(new
            {
                inviato = draft.Receipt is not null,
                numero = draft.Receipt?.Text,
                ricevuta = draft.HasReceipt ? Addresses.ReceiptOf(draft.Receipt!.Text) : null,
                controllo = draft.Check?.Found.Problems.Select(one => new
                {
                    codice = one.Code, riga = one.Row, messaggio = one.Message, rimedio = one.Fix,
                }),
            })
            : Answer.NotFound(TheFile);

    private async Task<Reply<DraftKey>> JoinAsync(
        HttpRequest request, DraftKey key, JoinBody body, CancellationToken cancellationToken)
    {
        Reply<DraftKey> reply = await desk.JoinAsync(
            request.Party(), key,
            request.FactsOf(UploadedFiles.NameOf(body.Nome!), body.Flusso, body.Periodo, body.Ente), body.Parti,
            cancellationToken);
        if (reply is Reply<DraftKey>.Done && body.AlPostoDi is { } old && request.Draft(old) is { } refused)
        {
            await desk.DiscardRefusedAsync(refused, cancellationToken);
        }

        return reply;
    }
}
