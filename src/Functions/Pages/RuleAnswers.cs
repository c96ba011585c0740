using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Rules;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>The pages of the rules, made from the catalogue.</summary>
internal static class RuleAnswers
{
    public static IActionResult Answer(string code) => RuleCatalogue.Find(code) is not { } rule
        ? Answers.NotFound("la regola richiesta")
        : Answers.Page(Page($"{rule.Code} · {rule.Title}", $"""
            <dl>
            <dt>Gravità</dt><dd class="{ReportColumns.Severity(rule.Severity)}">{Text(ReportColumns.Severity(rule.Severity))}</dd>
            <dt>Che cosa significa</dt><dd>{Text(rule.Explanation)}</dd>
            <dt>Il messaggio</dt><dd>{Text(rule.Message)}</dd>
            <dt>Come correggere</dt><dd>{Text(rule.Fix)}</dd>
            <dt>Fonte</dt><dd>{Text(rule.Source)}</dd>
            <dt>In vigore</dt><dd>{Text($"dalle regole {rule.Since}{(rule.Trial ? ", in prova: segnala ma non ferma il file" : string.Empty)}")}</dd>
            </dl>
            {(rule.Trial ? $"<p><a href=\"/api/regole/{rule.Code}/prova\">Invii che ne sarebbero toccati</a> (per l'Ufficio di Piano)</p>" : string.Empty)}
            """));
}
