using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Ledger;

namespace PianoZona.Functions.Pages;

/// <summary>What an upload changed, for who may read its receipt.</summary>
public sealed class ChangeAnswers(CallerReader callers, ILedger ledger)
{
    private const string What = "l'esito richiesto, o non ha registrato nulla";

    /// <summary>The changes of the upload with a receipt.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        callers.ForAsync(request, async caller =>
        {
            if (!ReceiptId.TryParse(id, out ReceiptId? number) || !caller.MayReadReceiptsOf(number.Sender))
            {
                return Answers.NotFound(What);
            }

            UploadSlot slot = new(caller.Ambito.Code, number.Sender, number.Flow, number.Period);
            return await ledger.ReadVersionAsync(slot, number.Text, cancellationToken) is { } version
                ? Answers.Json(Describe(version, await SummaryAsync(version, cancellationToken)))
                : Answers.NotFound(What);
        }, cancellationToken);

    private async Task<ChangeSummary> SummaryAsync(RecordedVersion version, CancellationToken cancellationToken)
    {
        Posting posting = version.Posting;
        Posting? old = version.Replaced is { } replaced
            ? (await ledger.ReadVersionAsync(posting.Slot, replaced, cancellationToken))?.Posting
                ?? throw new InvalidDataException($"Upload {posting.ReceiptId} replaced {replaced}, which the ledger does not have.")
            : null;
        return version.CameIntoForce ? ChangeSummary.Between(old, posting) : ChangeSummary.Between(posting, posting);
    }

    private static object Describe(RecordedVersion version, ChangeSummary summary) => new
    {
        esito = version.Posting.ReceiptId,
        registrato = version.RecordedAt,
        entratoInVigore = version.CameIntoForce,
        sostituisce = version.Replaced,
        righePrima = summary.RowsBefore,
        righeDopo = summary.RowsAfter,
        cambiamenti = summary.Changes.Select(change => new
        {
            fondo = change.Fund.Fund,
            annualita = change.Fund.Year,
            tipo = ReportColumns.Kind(change.Kind),
            prima = change.Before?.ToString(),
            dopo = change.After?.ToString(),
            differenza = change.Difference.ToString(),
            righePrima = change.RowsBefore,
            righeDopo = change.RowsAfter,
        }),
    };
}
