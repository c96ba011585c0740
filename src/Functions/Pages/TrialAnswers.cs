using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Rules;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Discrepancies;
using PianoZona.Web.Rules;

namespace PianoZona.Functions.Pages;

/// <summary>Who would fail if a rule on trial held, for the Ufficio di Piano.</summary>
public sealed class TrialAnswers(CallerReader callers, TrialReporter reporter)
{
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
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(ViewOf(rule, failures))
                : Answers.Json(Describe(rule, failures));
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

    private static TrialView ViewOf(Rule rule, IEnumerable<TrialFailure> failures) => new(
        rule,
        [
            .. failures.Select(failure => new TrialLine(
                failure.Slot.Sender, failure.Slot.Flow, failure.Slot.Period, failure.ReceiptId, failure.Breaches)),
        ]);
}
