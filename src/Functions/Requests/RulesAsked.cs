using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;
using PianoZona.Web.Rules;

namespace PianoZona.Functions.Requests;

/// <summary>
/// Which of the rules are asked for: <c>?cerca=…&amp;gruppo=…</c>. A group that is none is left out.
/// </summary>
/// <param name="Words">Words that all are in a rule; null = any rule.</param>
/// <param name="Group">The beginning of its code; null = any.</param>
internal sealed record RulesAsked(string? Words, string? Group)
{
    private const int LongestWords = 100;

    /// <summary>What rules are about, by the beginning of their codes.</summary>
    public static IReadOnlyList<(string Code, string Title)> Groups { get; } =
    [
        ("PZ1", "Il file e il suo invio"), ("PZ2", "La riga dei nomi"), ("PZ3", "Le celle"), ("PZ4", "Le righe"),
        ("PZ5", "I totali"), ("RIC", "I conti che non tornano"),
    ];

    /// <summary>What is asked for.</summary>
    public static RulesAsked In(HttpRequest request)
    {
        string words = request.Query[RuleListView.WordsName].ToString().Trim();
        string group = request.Query[RuleListView.GroupName].ToString();
        return new RulesAsked(
            words.Length is > 0 and <= LongestWords ? words : null,
            Groups.Any(one => one.Code == group) ? group : null);
    }

    /// <summary>The rules of a group that are asked for, by code.</summary>
    public IEnumerable<Rule> Of(string group)
    {
        IReadOnlyList<string> words = Words is null ? [] : TextKey.Words(Words);
        return RuleCatalogue.All.Where(rule =>
            rule.Code.StartsWith(group, StringComparison.Ordinal)
            && (Group is null || Group == group)
            && HasAll(rule, words));
    }

    private static bool HasAll(Rule rule, IReadOnlyList<string> words)
    {
        string text = string.Join(
            ' ', TextKey.Words($"{rule.Code} {rule.Title} {rule.Explanation} {rule.Fix}"));
        return words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
