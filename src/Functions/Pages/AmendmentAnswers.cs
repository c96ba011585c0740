using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Hub.Amendments;

namespace PianoZona.Functions.Pages;

/// <summary>What came for periods that were approved, for the Ufficio di Piano to accept or refuse.</summary>
public sealed class AmendmentAnswers(CallerReader callers, AmendmentDesk desk)
{
    private const int LongestReason = 500;

    /// <summary>All amendments.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            return Answers.Json(new
            {
                ambito = caller.Ambito.Code,
                rettifiche = (await desk.ListAsync(caller.Ambito, cancellationToken)).Select(one => new
                {
                    esito = one.ReceiptId,
                    stato = ReportColumns.Amendment(one.Amendment.State),
                    motivo = one.Amendment.Reason,
                    autore = one.Decision.By,
                    quando = one.Decision.At,
                }),
            });
        }, cancellationToken);

    /// <summary>Decides on one: <c>{ "accolta": true, "motivo": "…" }</c>.</summary>
    public Task<IActionResult> DecideAsync(HttpRequest request, string number, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            (DecisionBody? body, string? mistake) = await RequestBody.ReadAsync<DecisionBody>(request, cancellationToken);
            mistake ??= body!.Mistake();
            if (mistake is not null)
            {
                return Answers.Json(new { errore = mistake }, StatusCodes.Status400BadRequest);
            }

            Reply<Amendment> reply = ReceiptId.TryParse(number, out ReceiptId? id) && caller.MayReadReceiptsOf(id.Sender)
                ? await desk.DecideAsync(caller.Ambito, id, body!.Accolta!.Value, body.Motivo?.Trim(), caller.Author, cancellationToken)
                : new Reply<Amendment>.NotFound();
            return reply switch
            {
                Reply<Amendment>.Done done => Answers.Json(new { esito = number, stato = ReportColumns.Amendment(done.Value.State) }),
                Reply<Amendment>.ConflictsOn conflict => Answers.Conflict(conflict.Reason),
                _ => Answers.NotFound("la rettifica richiesta"),
            };
        }, cancellationToken);

    private sealed record DecisionBody(bool? Accolta, string? Motivo)
    {
        public string? Mistake() => Accolta is null ? "Manca «accolta»: true per accogliere, false per respingere."
            : Motivo?.Length > LongestReason ? $"Il motivo è troppo lungo: al massimo {LongestReason} caratteri."
            : Accolta is false && string.IsNullOrWhiteSpace(Motivo) ? "Per respingere serve il motivo («motivo»)."
            : null;
    }
}
