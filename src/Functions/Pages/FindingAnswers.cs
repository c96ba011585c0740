using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Hub.Discrepancies;
using PianoZona.Web.Discrepancies;

namespace PianoZona.Functions.Pages;

/// <summary>The discrepancies of an Ambito, and what staff says of them.</summary>
public sealed class FindingAnswers(CallerReader callers, DiscrepancyRegister register, TimeProvider time)
{
    /// <summary>All discrepancies with where they stand, for who may read balances.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.MayReadBalances, async caller =>
        {
            IReadOnlyList<DiscrepancyState> states = await register.ListAsync(caller.Ambito, RomeTime.Today(time), cancellationToken);
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(new DiscrepancyListView(caller.Ambito.Name, states))
                : Answers.Json(new { ambito = caller.Ambito.Code, scarti = states.Select(Describe) });
        }, cancellationToken);

    /// <summary>Takes the reason why a discrepancy is accepted as it is, from the Ufficio di Piano.</summary>
    public Task<IActionResult> JustifyAsync(HttpRequest request, string number, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            DateOnly today = RomeTime.Today(time);
            (JustificationBody? body, string? mistake) = await RequestBody.ReadAsync<JustificationBody>(request, cancellationToken);
            mistake ??= body!.MistakeOn(today);
            if (mistake is not null)
            {
                return Answers.Json(new { errore = mistake }, StatusCodes.Status400BadRequest);
            }

            Reply<DiscrepancyState> reply = await register.JustifyAsync(
                caller.Ambito, number, caller.Author, body!.Motivo!.Trim(), body.FinoAl, today, cancellationToken);
            return reply is Reply<DiscrepancyState>.Done done
                ? Answers.Json(Describe(done.Value))
                : Answers.NotFound("lo scarto, che può essersi già chiuso");
        }, cancellationToken);

    private static object Describe(DiscrepancyState state) => new
    {
        numero = DiscrepancyRegister.NumberOf(state.Key),
        stato = ReportColumns.Status(state.Status),
        codice = state.Key.Code,
        gravita = state.Discrepancy is { } found ? ReportColumns.Severity(found.Severity) : null,
        fondo = state.Key.Fund?.Fund,
        annualita = state.Key.Year,
        ente = state.Key.Body ?? ReportColumns.WholeAmbito,
        dichiarato = state.Discrepancy?.Declared?.ToString(),
        calcolato = state.Discrepancy?.Computed?.ToString(),
        differenza = state.Discrepancy?.Difference?.ToString(),
        testo = state.Discrepancy?.Text,
        prove = state.Discrepancy?.Evidence.Select(evidence => new { esito = evidence.ReceiptId, righe = evidence.Rows }),
        giustificazione = state.Justification is not { } given ? null : new
        {
            motivo = given.Reason, autore = given.By, data = Iso(given.On), finoAl = given.Until is { } until ? Iso(until) : null,
        },
    };

    private static string Iso(DateOnly day) => IsoDay.Text(day);

    private sealed record JustificationBody(string? Motivo, DateOnly? FinoAl)
    {
        private const int LongestReason = 500;

        public string? MistakeOn(DateOnly today) =>
            string.IsNullOrWhiteSpace(Motivo) ? "Manca il motivo («motivo»)."
            : Motivo.Length > LongestReason ? $"Il motivo è troppo lungo: al massimo {LongestReason} caratteri."
            : FinoAl < today ? "L'ultimo giorno («finoAl») è già passato."
            : null;
    }
}
