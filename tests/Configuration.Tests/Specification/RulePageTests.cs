using System.Text.RegularExpressions;
using PianoZona.Contracts.Rules;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

public sealed partial class RulePageTests
{
    private const string Index = $"{RulePage.Folder}/README.md";

    // One test, since a run that approves writes the pages before it looks at the folder. Codes are stable for ever:
    // the index may grow, and is not written anew without one that it has.
    [Fact]
    public void Pages_OfTheRules_AreThoseOfTheCatalogueAndLoseNoCode()
    {
        MatchCollection listed = Listed().Matches(ApprovedDocument.Read(Index));

        Assert.NotEmpty(listed);
        Assert.All(listed, code => Assert.NotNull(RuleCatalogue.Find(code.Groups["code"].Value)));
        Assert.All(
            RuleCatalogue.All,
            rule => ApprovedDocument.CheckWhole($"{RulePage.Folder}/{rule.Code}.md", RulePage.Of(rule)));
        ApprovedDocument.CheckWhole(Index, RulePage.Index());
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"{rule.Code}.md").Append("README.md").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(ApprovedDocument.Absolute(RulePage.Folder))
                .Select(Path.GetFileName).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\| \[(?<code>[A-Z0-9-]+)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();
}
