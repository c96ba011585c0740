using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Rules;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Findings;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>Who would fail if a rule on trial held, for the Ufficio di Piano.</summary>
public sealed class TrialAnswers(CallerReader callers, TrialReporter reporter)
{
    private static readonly string[] Heads = ["Mittente", "Flusso", "Periodo", "Esito", "#Segnalazioni"];

    /// <summary>The uploads of the caller's Ambito that a rule on trial would refuse.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, string code, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.IsStaff, async caller =>
        {
            if (RuleCatalogue.Find(code) is not { Trial: true } rule)
            {
                return Answers.NotFound("una regola in prova con questo codice");
            }

            TrialFailure[] failures =
                [.. (await reporter.ReportAsync(caller.Ambito, cancellationToken)).Where(failure => failure.Rule.Code == rule.Code)];
            return Answers.WantsPage(request) ? Answers.Page(Render(rule, failures)) : Answers.Json(Describe(rule, failures));
        }, cancellationToken);

    private static object Describe(Rule rule, IReadOnlyList<TrialFailure> failures) => new
    {
        regola = rule.Code,
        titolo = rule.Title,
        gravitaPrevista = ReportColumns.Severity(rule.Severity),
        invii = failures.Select(failure => new
        {
            mittente = failure.Slot.Sender,
            flusso = failure.Slot.Flow,
            periodo = failure.Slot.Period,
            esito = failure.ReceiptId,
            segnalazioni = failure.Breaches,
        }),
    };

    private static string Render(Rule rule, IReadOnlyList<TrialFailure> failures)
    {
        string found = failures.Count == 0
            ? "<p>Nessun invio in vigore ne sarebbe toccato.</p>"
            : Table("Invii toccati", Heads, failures.Select(Row));
        return Page($"{rule.Code} in prova", $"""
            <p><a href="/api/regole/{rule.Code}">{Text(rule.Title)}</a>. Se la regola fosse in vigore, per questi invii darebbe:
            <strong>{Text(ReportColumns.Severity(rule.Severity))}</strong>. Oggi sono accettati.</p>
            {found}
            """);
    }

    private static string Row(TrialFailure failure) =>
        $"<th scope=\"row\">{Text(failure.Slot.Sender)}</th><td>{Text(failure.Slot.Flow)}</td><td>{Text(failure.Slot.Period)}</td>"
        + $"<td><a href=\"/api/esiti/{Uri.EscapeDataString(failure.ReceiptId)}\">{Text(failure.ReceiptId)}</a></td>"
        + $"<td class=\"n\">{failure.Breaches.ToString("N0", CultureInfo.GetCultureInfo("it-IT"))}</td>";
}
