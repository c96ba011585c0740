namespace PianoZona.Contracts.Rules;

/// <summary>
/// The versions of the rules. A receipt carries the one that judged it, and a later program can still apply it.
/// </summary>
public static class RuleSets
{
    /// <summary>The first: five flows.</summary>
    public const string First = "2026.1";

    /// <summary>
    /// All twelve flows; terms, declared totals, unknown funds, indicators; control characters of the CIG on trial.
    /// </summary>
    public const string TwelveFlows = "2026.2";

    /// <summary>All versions, oldest first.</summary>
    public static IReadOnlyList<string> All { get; } = [First, TwelveFlows];

    /// <summary>The version in force.</summary>
    public static string Latest => All[^1];

    /// <summary>Whether something that came with one version is part of another.</summary>
    /// <param name="version">The version applied.</param>
    /// <param name="since">The version that it came with.</param>
    /// <exception cref="ArgumentException">One of them is no version.</exception>
    public static bool Includes(string version, string since) => PlaceOf(since) <= PlaceOf(version);

    private static int PlaceOf(string version)
    {
        for (int place = 0; place < All.Count; place++)
        {
            if (All[place] == version)
            {
                return place;
            }
        }

        throw new ArgumentException($"There is no rule set '{version}'.", nameof(version));
    }
}
