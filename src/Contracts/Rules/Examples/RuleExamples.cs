using System.Collections.Frozen;

namespace PianoZona.Contracts.Rules.Examples;

/// <summary>A wrong and a right example of every rule: the pages of the rules show them.</summary>
internal static class RuleExamples
{
    private static readonly FrozenDictionary<string, RuleExample> ByCode =
        ExamplesOfFiles.All.Concat(ExamplesOfCells.All).Concat(ExamplesOfRows.All)
            .Concat(ExamplesOfReconciliation.All)
            .ToFrozenDictionary(one => one.Code, one => one.Example, StringComparer.Ordinal);

    /// <summary>The example of a rule; null when there is none.</summary>
    public static RuleExample? Find(string code) => ByCode.GetValueOrDefault(code);
}
