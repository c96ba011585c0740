using PianoZona.Contracts.Rules;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>Nobody raises a code without a page, a message, a way to correct it, and a test that expects it.</summary>
public sealed class RuleCoverageTests
{
    // CatalogueTests walks all codes and names the ones of other stages: it expects none.
    private static readonly string Tests = string.Join(
        '\n',
        RepositoryFiles
            .CSharp.Where(file =>
                file.IsIn("tests")
                && file.Name.EndsWith("Tests.cs", StringComparison.Ordinal)
                && file.Name != "CatalogueTests.cs")
            .Where(file => !file.IsIn("tests/Architecture"))
            .SelectMany(file => file.Lines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    public static TheoryData<string> Codes => [.. RuleCatalogue.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_OfTheCatalogue_HasItsPageItsWordsAndATest(string code)
    {
        Rule rule = RuleCatalogue.Of(code);

        Assert.All(
            [rule.Title, rule.Message, rule.Fix, rule.Explanation, rule.Source],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Contains($"# {code}", RepositoryFiles.File($"docs/rules/{code}.md").Text, StringComparison.Ordinal);
        Assert.Contains($"\"{code}", Tests, StringComparison.Ordinal);
    }

    // The number is the precedence: PZ1 the file, PZ2 its header, PZ3 a cell, PZ4 a row, PZ5 totals.
    [Fact]
    public void Codes_OfTheCatalogue_HaveAPlaceInTheOrder() =>
        Assert.All(
            RuleCatalogue.All.Select(rule => rule.Code).Where(code => code[0] == 'P'),
            code => Assert.InRange(code[2], '1', '5'));
}
