using System.Collections.Frozen;
using PianoZona.Contracts.Rules.Catalogue;

namespace PianoZona.Contracts.Rules;

/// <summary>All rules, as data: the lists of the folder <c>Catalogue</c>.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. RulesOfFiles.All.Concat(RulesOfHeaders.All).Concat(RulesOfCells.All).Concat(RulesOfRows.All)
            .Concat(RulesOfTotals.All).Concat(RulesOfReconciliation.All)
            .Concat(RulesOfPopulation.All)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, Rule> ByCode =
        All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The rule with a code.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a mistake in the program.</exception>
    public static Rule Of(string code) => ByCode[code];

    /// <summary>The rule with a code; null when there is none.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);
}
