using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Rules;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>
/// PZ3020: a fund that the catalogue does not know, taken by the one that the Ambito keeps for such funds. Without one
/// it is PZ3007.
/// </summary>
internal static class UnknownFund
{
    public const string Code = "PZ3020";

    /// <summary>
    /// Whether a text may be the name of a fund: an amount or a year in a shifted row is none, and neither is a
    /// formula.
    /// </summary>
    public static bool IsAName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return UnsafeText.Check(text) is null;
            }
        }

        return false;
    }

    /// <summary>
    /// The Ambito as a version of the rules sees it: before this one, no fund took what it did not know.
    /// </summary>
    public static Ambito Under(string ruleSet, Ambito ambito) =>
        RuleSets.Includes(ruleSet, RuleCatalogue.Of(Code).Since)
            ? ambito
            : ambito with
            {
                Funds = [.. ambito.Funds.Select(fund => fund with { AcceptsUnknown = false })],
            };

    public static Breach On(Fund fund, string? nearest) =>
        new(
            Code,
            ("fondo", $"{fund.Code} ({fund.Name})"),
            ("suggerimento", nearest is null ? string.Empty : $" Forse si intendeva «{nearest}»."))
        { Expected = nearest };
}
