using PianoZona.Contracts.Rules;

namespace PianoZona.Golden.Tests;

public sealed class RulePageTests
{
    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_OfEveryRule_IsThatOfTheCatalogue(string code) =>
        Repository.CheckApproved($"{RulePage.Folder}/{code}.md", RulePage.Of(RuleCatalogue.Of(code)));

    [Fact]
    public void Index_OfTheRules_IsThatOfTheCatalogue() => Repository.CheckApproved($"{RulePage.Folder}/README.md", RulePage.Index());

    [Fact]
    public void Folder_OfTheRules_HoldsNothingElse() => Assert.Equal(
        RuleCatalogue.All.Select(rule => $"{rule.Code}.md").Append("README.md").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.Absolute(RulePage.Folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);
}
