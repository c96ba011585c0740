using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Pages;

/// <summary>Receipts, for who may read them.</summary>
public sealed class ReceiptAnswers(CallerReader callers, BlobReceipts receipts)
{
    private const string What = "l'esito richiesto";

    /// <summary>The receipt with a number.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await callers.ReadAsync(request, cancellationToken) is not { } caller)
        {
            return Answers.SignIn();
        }

        if (!ReceiptId.TryParse(id, out ReceiptId? number) || !caller.MayReadReceiptsOf(number.Folder.Split('/')[0]))
        {
            return Answers.NotFound(What);
        }

        Receipt? receipt = await receipts.FindAsync(number, cancellationToken);
        return receipt is null ? Answers.NotFound(What)
            : Answers.WantsPage(request) ? Answers.Page(ReceiptPage.Render(receipt))
            : Answers.JsonText(ReceiptJson.Write(receipt));
    }
}
