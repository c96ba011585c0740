using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Functions.Requests;
using PianoZona.Validation;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;
using PianoZona.Web.Rules;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages of the rules, from their catalogue.</summary>
internal static class RulePages
{
    private static readonly ILookup<string, FlowSchema> FlowsByRule = FlowCatalogue.All
        .SelectMany(flow => FlowRules.Of(flow).Select(rule => (rule.Code, Flow: flow)))
        .ToLookup(one => one.Code, one => one.Flow, StringComparer.Ordinal);

    /// <summary>Those that are asked for.</summary>
    public static RuleListView List(RulesAsked asked) => new(
        new ListState(Addresses.RuleList, [.. ActiveIn(asked)], Page: 1, Pages: 1),
        [
            new FieldChoice(string.Empty, "Tutto"),
            .. RulesAsked.Groups.Select(group => new FieldChoice(group.Code, group.Title)),
        ],
        asked.Group,
        asked.Words,
        [
            .. RulesAsked.Groups.Select(group => new RuleGroup(group.Title, [.. asked.Of(group.Code).Select(LineOf)]))
                .Where(group => group.Rules.Count > 0),
        ]);

    /// <summary>One of them.</summary>
    public static RuleView Of(Rule rule)
    {
        RuleExample? example = rule.Example;
        return new RuleView(
            rule, HasPlaces(rule.Message) || HasPlaces(rule.Fix), example?.Wrong, example?.Right,
            example?.Column?.Name,
            [.. FlowsByRule[rule.Code].Select(flow => new NamedLink(flow.Title, Addresses.FlowOf(flow.Code)))]);
    }

    private static bool HasPlaces(string text) => text.Contains('{', StringComparison.Ordinal);

    private static RuleLine LineOf(Rule rule) =>
        new(rule.Code, rule.Title, ReceiptWords.Of(rule.Severity), rule.Trial);

    private static IEnumerable<ActiveFilter> ActiveIn(RulesAsked asked)
    {
        if (asked.Words is { } words)
        {
            yield return new ActiveFilter(RuleListView.WordsName, words, $"Parole: {words}");
        }

        if (asked.Group is { } chosen)
        {
            yield return new ActiveFilter(
                RuleListView.GroupName, chosen, RulesAsked.Groups.Single(group => group.Code == chosen).Title);
        }
    }
}
