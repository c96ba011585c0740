using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Rows;

namespace PianoZona.Functions.Pages;

/// <summary>Rows of a file as its sender wrote them, for who may read its receipt: where a figure comes from.</summary>
public sealed class RowAnswers(CallerReader callers, IReceiptStore receipts, RowLookup lookup)
{
    private const int MaxRows = 500;
    private const string What = "le righe richieste";

    /// <summary>The rows asked for, <see cref="MaxRows"/> at most.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string number, CancellationToken cancellationToken) =>
        callers.ForAsync(request, async caller =>
        {
            if (!ReceiptId.TryParse(number, out ReceiptId? id) || !caller.MayReadReceiptsOf(id.Sender)
                || await receipts.FindAsync(id, cancellationToken) is not { ReadAs: not null } receipt || receipt.Outcome == Outcome.Quarantined)
            {
                return Answers.NotFound(What);
            }

            if (Asked(request.Query["righe"].ToString()) is not { } rows)
            {
                return Answers.Json(new { errore = "Le righe vanno scritte come 2-9,12." }, StatusCodes.Status400BadRequest);
            }

            if (await lookup.FindAsync(id, receipt.Flow, rows, MaxRows, cancellationToken) is not { } found)
            {
                return Answers.NotFound(What);
            }

            return Answers.WantsPage(request)
                ? await Answers.PageAsync(ViewOf(receipt, rows, found.Header, found.Rows))
                : Answers.Json(new
                {
                    esito = receipt.Id, righe = rows.ToString(), colonne = found.Header,
                    celle = found.Rows.Select(row => new { riga = row.Number, valori = row.Cells }),
                });
        }, cancellationToken);

    private static RowSet? Asked(string text)
    {
        try
        {
            return RowSet.Parse(text) is { Count: > 0 } rows ? rows : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static RowListView ViewOf(
        Receipt receipt, RowSet asked, IReadOnlyList<string> header, IReadOnlyList<StoredRow> rows) => new(
        receipt.FileName, receipt.Sender, receipt.Id, asked.ToString(), rows.Count < asked.Count, header,
        [.. rows.Select(row => new RowLine(row.Number, row.Cells))]);
}
