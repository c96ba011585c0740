using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Validation;

namespace PianoZona.Functions.Features;

/// <summary>Files that programs send.</summary>
public sealed class ProgramUploadFunctions(SendingDesk desk)
{
    /// <summary>
    /// <c>POST /api/caricamenti/{flusso}/{periodo}</c>, the bytes of the file or a form with one: sends it. With
    /// <c>Idempotency-Key</c> the same key again is the same upload; with <c>?prova=si</c> it is checked and not sent.
    /// </summary>
    /// <remarks>
    /// Answers 202 with the number of the receipt, which is at <c>/api/esiti/{numero}</c> once the file was taken in;
    /// with <c>prova=si</c> 200 with the receipt that it would get; 400 to a flow or period that is none, 409 to a key
    /// that was used for another one.
    /// </remarks>
    [Function("UploadEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/caricamenti/{flusso}/{periodo}")]
            HttpRequest request,
        string flusso,
        string periodo,
        CancellationToken cancellationToken)
    {
        if (FlowAndPeriod.MistakesIn(flusso, periodo).FirstOrDefault() is { } mistake)
        {
            return Answer.Mistaken(mistake.Message);
        }

        UploadedFile file = await UploadedFiles.OnlyAsync(request);
        return request.Query["prova"] == ReceivedFile.Yes
            ? Answer.JsonText(ReceiptJson.Write(await desk.TryAsync(
                request.Party(), request.NewDraft(), file.Name, file.Content, flusso, periodo, cancellationToken)))
            : Numbered(await desk.SubmitAsync(
                request.Party(), request.DraftOfKey(), file.Name, file.Content, flusso, periodo, cancellationToken));
    }

    private static IActionResult Numbered(Reply<ReceiptId> reply) => reply is Reply<ReceiptId>.Done { Value: { } id }
        ? Answer.Json(new { numero = id.Text, indirizzo = $"/api/esiti/{id.Text}" }, StatusCodes.Status202Accepted)
        : Answer.To(reply, found => found, "il file");
}
