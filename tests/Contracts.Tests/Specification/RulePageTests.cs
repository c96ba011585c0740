using System.Text.RegularExpressions;
using PianoZona.Contracts.Rules;
using PianoZona.Testing;

namespace PianoZona.Contracts.Tests.Specification;

public sealed partial class RulePageTests
{
    private const string Index = $"{RulePage.Folder}/README.md";

    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_OfEveryRule_IsThatOfTheCatalogue(string code) =>
        ApprovedDocument.CheckWhole($"{RulePage.Folder}/{code}.md", RulePage.Of(RuleCatalogue.Of(code)));

    // Codes are stable for ever: the list may grow, and is not written anew without one that it has.
    [Fact]
    public void Index_OfTheRules_IsThatOfTheCatalogueAndLosesNoCode()
    {
        MatchCollection listed = Listed().Matches(ApprovedDocument.Read(Index));

        Assert.NotEmpty(listed);
        Assert.All(listed, code => Assert.NotNull(RuleCatalogue.Find(code.Groups["code"].Value)));
        ApprovedDocument.CheckWhole(Index, RulePage.Index());
    }

    [Fact]
    public void Folder_OfTheRules_HoldsNothingElse() => Assert.Equal(
        RuleCatalogue.All.Select(rule => $"{rule.Code}.md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(ApprovedDocument.Absolute(RulePage.Folder))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^\| \[(?<code>[A-Z0-9-]+)\]", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Listed();
}
