using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Ports;

namespace PianoZona.Functions.Pages;

/// <summary>Receipts, for who may read them.</summary>
public sealed class ReceiptAnswers(CallerReader callers, IReceiptStore receipts)
{
    private const string What = "l'esito richiesto";

    /// <summary>The receipt with a number.</summary>
    /// <param name="request">The request; without an ending in the number, a browser gets the page and whoever else the JSON.</param>
    /// <param name="name">The number, with the ending of a form: <c>.json</c>, <c>.html</c>, <c>.xlsx</c>, or with none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string name, CancellationToken cancellationToken) =>
        callers.ForAsync(request, async caller =>
        {
            string form = Path.GetExtension(name);
            if (!ReceiptId.TryParse(Path.GetFileNameWithoutExtension(name), out ReceiptId? number) || !caller.MayReadReceiptsOf(number.Sender))
            {
                return Answers.NotFound(What);
            }

            return form switch
            {
                ReceiptForms.Workbook => await WorkbookAsync(number, cancellationToken),
                ReceiptForms.Page or ReceiptForms.Json or "" => await ReceiptAsync(
                    number, form == ReceiptForms.Page || (form.Length == 0 && Answers.WantsPage(request)), cancellationToken),
                _ => Answers.NotFound(What),
            };
        }, cancellationToken);

    private async Task<IActionResult> ReceiptAsync(ReceiptId number, bool asPage, CancellationToken cancellationToken)
    {
        Receipt? receipt = await receipts.FindAsync(number, cancellationToken);
        return receipt is null ? Answers.NotFound(What)
            : asPage ? await Answers.PageAsync(ReceiptPages.Served(receipt))
            : Answers.JsonText(ReceiptJson.Write(receipt));
    }

    private async Task<IActionResult> WorkbookAsync(ReceiptId number, CancellationToken cancellationToken)
    {
        Stream? workbook = await receipts.FindFormAsync(number, ReceiptForms.Workbook, cancellationToken);
        return workbook is null
            ? Answers.NotFound("il foglio restituito")
            : new FileStreamResult(workbook, ReceiptForms.WorkbookType) { FileDownloadName = number.Text + ReceiptForms.Workbook };
    }
}
