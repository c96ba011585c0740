using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Storage;
using PianoZona.Reading;
using PianoZona.Web.Rows;

namespace PianoZona.Functions.Pages;

/// <summary>Rows of a file as its sender wrote them, for who may read its receipt: where a figure comes from.</summary>
public sealed class RowAnswers(CallerReader callers, BlobReceipts receipts, BlobArchive archive, UploadReader reader)
{
    private const int MaxRows = 500;
    private const string What = "le righe richieste";

    /// <summary>The rows asked for, <see cref="MaxRows"/> at most.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string number, CancellationToken cancellationToken) =>
        callers.ForAsync(request, async caller =>
        {
            if (!ReceiptId.TryParse(number, out ReceiptId? id) || !caller.MayReadReceiptsOf(id.Folder.Split('/')[0])
                || await receipts.FindAsync(id, cancellationToken) is not { ReadAs: not null } receipt || receipt.Outcome == Outcome.Quarantined)
            {
                return Answers.NotFound(What);
            }

            if (Asked(request.Query["righe"].ToString()) is not { } rows)
            {
                return Answers.Json(new { errore = "Le righe vanno scritte come 2-9,12." }, StatusCodes.Status400BadRequest);
            }

            try
            {
                (IReadOnlyList<string> header, IReadOnlyList<StoredRow> found) = await ReadAsync(id, receipt.Flow, rows, cancellationToken);
                return Answers.WantsPage(request)
                    ? await Answers.PageAsync(ViewOf(receipt, rows, header, found))
                    : Answers.Json(new
                    {
                        esito = receipt.Id, righe = rows.ToString(), colonne = header,
                        celle = found.Select(row => new { riga = row.Number, valori = row.Cells }),
                    });
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                return Answers.NotFound(What);
            }
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

    // A long file has its accepted rows beside it. Else reading ends with the last row asked for, and with as many as a page shows.
    private async Task<(IReadOnlyList<string> Header, IReadOnlyList<StoredRow> Rows)> ReadAsync(
        ReceiptId id, string flow, RowSet asked, CancellationToken cancellationToken)
    {
        if (FlowCatalogue.Find(flow) is { } schema && await archive.FindRowsAsync(id, cancellationToken) is { } stored)
        {
            return ([.. schema.Columns.Select(column => column.Name)], await stored.ReadAsync(asked, MaxRows, cancellationToken));
        }

        await using PinnedBlob file = await archive.OpenAsync(id, cancellationToken);
        ReadResult read = await reader.OpenAsync(file, flow, cancellationToken);
        await using IRowSource? source = read.Source;
        List<StoredRow> rows = [];
        int range = 0;
        while (source is not null && rows.Count < MaxRows && range < asked.Ranges.Count && await source.ReadAsync(cancellationToken))
        {
            while (range < asked.Ranges.Count && source.RowNumber > asked.Ranges[range].Last)
            {
                range++;
            }

            if (range < asked.Ranges.Count && source.RowNumber >= asked.Ranges[range].First)
            {
                rows.Add(new StoredRow(source.RowNumber, [.. Enumerable.Range(0, source.CellCount).Select(i => source.Cell(i).ToString())]));
            }
        }

        return (source?.Header ?? [], rows);
    }

    private static RowListView ViewOf(
        Receipt receipt, RowSet asked, IReadOnlyList<string> header, IReadOnlyList<StoredRow> rows) => new(
        receipt.FileName, receipt.Sender, receipt.Id, asked.ToString(), rows.Count < asked.Count, header,
        [.. rows.Select(row => new RowLine(row.Number, row.Cells))]);
}
