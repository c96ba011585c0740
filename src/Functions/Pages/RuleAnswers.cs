using Microsoft.AspNetCore.Mvc;
using PianoZona.Contracts.Rules;
using PianoZona.Web.Rules;

namespace PianoZona.Functions.Pages;

/// <summary>The pages of the rules, made from the catalogue.</summary>
internal static class RuleAnswers
{
    /// <summary>The page of a rule; 404 when there is no such rule.</summary>
    public static async Task<IActionResult> AnswerAsync(string code) => RuleCatalogue.Find(code) is { } rule
        ? await Answers.PageAsync(new RuleView(rule))
        : Answers.NotFound("la regola richiesta");
}
