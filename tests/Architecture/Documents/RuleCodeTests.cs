using PianoZona.Contracts.Rules;

namespace PianoZona.Architecture.Tests.Documents;

public sealed class RuleCodeTests
{
    [Fact]
    public void Catalogue_EveryCode_IsListedAndDefinedOnce() =>
        Expect.None(RuleCodes.InCatalogue([.. RuleCatalogue.All.Select(rule => rule.Code)]));

    [Fact]
    public void Sources_EveryCodeTheyName_IsListed() =>
        Expect.None(RepositoryFiles.CSharp.Where(file => file.IsIn("src")).SelectMany(RuleCodes.InSource));

    [Fact]
    public void List_OfCodes_HasEachOnce() =>
        Assert.Equal(RuleCodes.Listed.Distinct(StringComparer.Ordinal), RuleCodes.Listed);

    [Fact]
    public void InCatalogue_UnknownAndRepeatedCode_AreFound() =>
        Assert.Equal(
            ["PZ1001", "PZ9999"], RuleCodes.InCatalogue(["PZ1001", "PZ9999", "PZ1001"]).Select(one => one.Place));

    [Fact]
    public void InSource_UnknownCode_IsFound() =>
        Assert.Equal(
            ["a.cs: PZ7777 is not in docs/rules"],
            RuleCodes
                .InSource(new("a.cs", "\"PZ1001\" \"PZ7777\" \"RIC-01\""))
                .Select(violation => violation.ToString()));
}
