using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>The codes of the rule catalogue, for the specification.</summary>
internal static class CodeTables
{
    private const string Rules = "../rules";

    /// <summary>The codes of files.</summary>
    public static string OfFiles() => Markdown.Table(
        ["Codice", "Titolo", "Gravità", "Dalle regole"],
        Of("PZ").Select(rule => (IReadOnlyList<string>)[Link(rule), rule.Title, Weight(rule), rule.Since]));

    /// <summary>The checks of reconciliation.</summary>
    public static string OfReconciliation() => Markdown.Table(
        ["Codice", "Che cosa segnala", "Gravità"],
        Of("RIC").Select(rule => (IReadOnlyList<string>)[Link(rule), rule.Title, Weight(rule)]));

    private static IEnumerable<Rule> Of(string family) =>
        RuleCatalogue.All.Where(rule => rule.Code.StartsWith(family, StringComparison.Ordinal));

    private static string Link(Rule rule) => $"[{rule.Code}]({Rules}/{rule.Code}.md)";

    private static string Weight(Rule rule) =>
        ReceiptWords.Of(rule.Severity) + (rule.Trial ? ", in prova" : string.Empty);
}
