using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Downloads;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>
/// The files that were sent: to their body its own, to the Ufficio di Piano those of its Ambito; and to anybody who
/// holds both, whether a receipt is of a file.
/// </summary>
public sealed partial class SentFunctions(SentFiles sent, SentForBodies sentFor, ReceiptLookup receipts)
{
    /// <summary><c>GET /invii</c>: the page of the files that were sent, as <see cref="SentAsked"/> says.</summary>
    /// <remarks>Answers 200 with the page, 401 without a sign-in, 403 to who sends nothing.</remarks>
    [Function("SentListPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invii")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        return Answer.Page(SentPages.List(
            await ListAsync(caller, cancellationToken), await ForCallerAsync(caller, cancellationToken),
            SentAsked.In(request), caller));
    }

    /// <summary><c>GET /invii.csv</c>: the same as a table, all of it.</summary>
    /// <remarks>Answers 200 with the file, 401 without a sign-in, 403 to who sends nothing.</remarks>
    [Function("SentTableEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> TableAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "invii.csv")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        IReadOnlyList<SentFile> found =
            SentAsked.In(request).Of(await ListAsync(caller, cancellationToken), caller.Ambito);
        byte[] table = await SentCsv.WriteAsync(found, caller.Ambito, cancellationToken);
        return new FileContentResult(table, "text/csv; charset=utf-8") { FileDownloadName = "invii.csv" };
    }

    /// <summary><c>GET /api/caricamenti</c>: the same for programs; a browser gets the page.</summary>
    /// <remarks>Answers 200 with all that are asked for, 401 without a sign-in, 403 to who sends nothing.</remarks>
    [Function("SentListEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Invii", "Elenca i file inviati",
        Description = "Chi invia vede i propri, l'Ufficio di Piano quelli del suo Ambito.")]
    [ApiAnswer(200, "I file chiesti", Schema = ApiSchemas.SentFiles)]
    [ApiQuery("flusso", "Solo quelli di un flusso", "spesa-sociale")]
    [ApiQuery("anno", "Solo quelli di un anno", "2025", Pattern = "^20[0-9]{2}$")]
    [ApiQuery("stato", "Solo quelli in uno stato", "accettato")]
    [ApiQuery("numero", "Una parte del numero", "0123456789abcdef")]
    [ApiQuery("per", "Solo quelli con le cifre di un ente, anche sostituiti", "019021")]
    [ApiQuery("ordina", "In quale ordine; con - davanti, dall'ultimo", "-quando")]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/caricamenti")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (Answer.WantsPage(request))
        {
            return await ListPageAsync(request, cancellationToken);
        }

        SentAsked asked = SentAsked.In(request);
        IReadOnlyList<SentFile> all = await ListAsync(caller, cancellationToken);
        return Answer.Json(
            new { caricamenti = asked.Of(all, caller.Ambito).Select(SentJson.Of) });
    }

    /// <summary><c>GET /verifica?impronta=…</c>: the receipts of the file with a SHA-256 hash.</summary>
    /// <remarks>
    /// Answers 200 with the page, also when there is none; 401 without a sign-in, 403 to who sends nothing.
    /// </remarks>
    [Function("VerifyPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> VerifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "verifica")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        string hash = request.Query["impronta"].ToString();
        return Answer.Page(hash.Length == 0 ? SentPages.Verification(null, [], [], caller)
            : !HashForm().IsMatch(hash) ? Mistaken(caller, "L'impronta non è uno SHA-256: scegli il file.")
            : SentPages.Verification(
                hash,
                await sent.OfContentAsync(caller.Ambito, BodiesOf(caller), hash, cancellationToken),
                caller.IsStaff ? [] : await sentFor.OfContentAsync(
                    caller.Ambito, caller.Ambito.FindSender(caller.Sender.Code)!, hash, cancellationToken),
                caller));
    }

    /// <summary><c>POST /verifica</c>, form with a file: its hash, for who has no script; it is kept nowhere.</summary>
    /// <remarks>Answers 303 to the receipts of the file, 200 with the page again when none was chosen.</remarks>
    [Function("VerifyEndpoint")]
    [OpenTo(Audience.Senders)]
    public static async Task<IActionResult> HashAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verifica")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        await foreach (UploadedFile file in UploadedFiles.In(request).WithCancellation(cancellationToken))
        {
            byte[] hash = await SHA256.HashDataAsync(file.Content, cancellationToken);
            return new SeeOther(Addresses.VerifyOf(Convert.ToHexStringLower(hash)));
        }

        return Answer.Page(Mistaken(request.Caller(), "Non hai scelto nessun file: scegline uno."));
    }

    /// <summary><c>GET /riscontro?numero=…&amp;impronta=…</c>: whether a receipt is of the file with a hash.</summary>
    /// <remarks>
    /// Answers 200 with the page, whatever comes out. The number alone and the file alone say nothing: no answer tells
    /// a wrong number from a changed file.
    /// </remarks>
    [Function("MatchPage")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> MatchPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "riscontro")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        string number = request.Query["numero"].ToString().Trim();
        string hash = request.Query["impronta"].ToString();
        if (hash.Length == 0)
        {
            return Answer.Page(MatchPages.Of(number));
        }

        FieldMistake[] mistakes = [.. MatchPages.MistakesIn(number, HashForm().IsMatch(hash))];
        return Answer.Page(mistakes.Length > 0 ? MatchPages.Of(number, mistakes) : MatchPages.Of(
            number, hash, await receipts.FindOfFileAsync(ReceiptId.Parse(number), hash, cancellationToken)));
    }

    /// <summary><c>POST /riscontro</c>, form with number and file, for who has no script; it is kept nowhere.</summary>
    /// <remarks>
    /// Answers 303 to what comes out, 200 with the page again when no file was chosen or the number is none: that one
    /// comes into no address, for it may be anything.
    /// </remarks>
    [Function("MatchEndpoint")]
    [OpenTo(Audience.Anybody)]
    public static async Task<IActionResult> MatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "riscontro")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        await foreach (UploadedFile file in UploadedFiles.In(request).WithCancellation(cancellationToken))
        {
            string number = file.Fields.GetValueOrDefault("numero", string.Empty).Trim();
            FieldMistake[] mistakes = [.. MatchPages.MistakesIn(number, isHash: true)];
            if (mistakes.Length > 0)
            {
                return Answer.Page(MatchPages.Of(number, mistakes));
            }

            byte[] hash = await SHA256.HashDataAsync(file.Content, cancellationToken);
            return new SeeOther(Addresses.MatchOf(number, Convert.ToHexStringLower(hash)));
        }

        return Answer.Page(MatchPages.Of(string.Empty, new FieldMistake("file", MatchPages.NoFile)));
    }

    private Task<IReadOnlyList<SentFile>> ListAsync(Caller caller, CancellationToken cancellationToken) =>
        sent.ListAsync(caller.Ambito, BodiesOf(caller), cancellationToken);

    // Staff have the files themselves.
    private async Task<IReadOnlyList<SentForBody>> ForCallerAsync(
        Caller caller, CancellationToken cancellationToken) => caller.IsStaff
        ? []
        : await sentFor.ListAsync(caller.Ambito, caller.Ambito.FindSender(caller.Sender.Code)!, cancellationToken);

    private static IEnumerable<Sender> BodiesOf(Caller caller) =>
        caller.IsStaff ? caller.Ambito.Senders : [caller.Ambito.FindSender(caller.Sender.Code)!];

    private static Web.Layout.PageView Mistaken(Caller caller, string mistake) =>
        SentPages.Verification(null, [], [], caller, new FieldMistake("file", mistake));

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HashForm();
}
