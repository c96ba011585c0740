
namespace PianoZona.Architecture.Tests;

/// <summary>What convention tests end with.</summary>
internal static class Expect
{
    /// <summary>Fails with every violation.</summary>
    public static void None(IEnumerable<Violation> violations)
    {
        string[] all = [.. violations.Select(violation => violation.ToString())];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    /// <summary>
    /// Fails with every violation that is not listed, and with every listed place that is no longer one: a list only
    /// shrinks.
    /// </summary>
    public static void OnlyListed(IEnumerable<Violation> violations, IReadOnlyCollection<string> listed) =>
        None(Unlisted(violations, listed));

    /// <summary>Violations that are not listed, and listed places without a violation.</summary>
    public static IEnumerable<Violation> Unlisted(IEnumerable<Violation> violations, IReadOnlyCollection<string> listed)
    {
        Violation[] all = [.. violations];
        IEnumerable<Violation> stale = listed
            .Except(all.Select(violation => violation.Place), StringComparer.Ordinal)
            .Select(place => new Violation(
                place, "is listed as an exception but keeps the rule: take it off the list"));
        return all.Where(violation => !listed.Contains(violation.Place, StringComparer.Ordinal)).Concat(stale);
    }
}
