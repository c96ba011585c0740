using System.Reflection;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;

namespace PianoZona.Validation.Tests;

/// <summary>Codes are data: every code has its words, and somebody who raises it.</summary>
public sealed class CatalogueTests
{
    // Raised outside this stage: reading, the pipeline.
    private static readonly string[] OfOtherStages =
    [
        "PZ1001", "PZ1002", "PZ1003", "PZ1004", "PZ1005", "PZ1006", "PZ1007", "PZ1012", "PZ2005", "PZ3017",
        "PZ1017", "PZ1018",
    ];

    private static IEnumerable<string> Declared => typeof(UploadValidator).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("PianoZona.Validation.Rules", StringComparison.Ordinal) == true)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy))
        .Where(member => member.IsLiteral && member.Name.EndsWith("Code", StringComparison.Ordinal))
        .Select(member => (string)member.GetRawConstantValue()!);

    public static TheoryData<string> Codes =>
        [.. RuleCatalogue.All.Select(rule => rule.Code).Where(code => code.StartsWith("PZ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_HasItsWordsAndAStageThatRaisesIt(string code)
    {
        Rule rule = RuleCatalogue.Of(code);

        Assert.All(
            [rule.Title, rule.Message, rule.Fix, rule.Explanation, rule.Source],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.EndsWith(".", rule.Explanation, StringComparison.Ordinal);
        Assert.Contains(code, Declared.Concat(OfOtherStages), StringComparer.Ordinal);
    }

    [Fact]
    public void Rules_DeclareOnlyCodesOfTheCatalogue()
    {
        Assert.All(Declared, code => Assert.NotNull(RuleCatalogue.Find(code)));
    }

    // A place without a value would reach the sender as {braces}.
    [Fact]
    public void Problems_OfAFileWithManyFaults_HaveAllTheirPlacesFilled()
    {
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema, Ambiti.OglioPo, "019021", "2021", ArrayRows.Of(
                "ente|fondo|annualita|intervent|impegnato|impegnato|liquidato|cup|cig|fornitore_piva|data_documento|data_pagamento|area||varie",
                "Rivarolo|XX|21|a|n.d.|1|€ 1 € 2|a|b|c|d|e|f|x|y",
                "Milano||1999|a|12.50|1|1,00|a|b|c|01/02/2021|01/01/2021|f|x|y",
                "019009|QSFP|2021|a|1.000,00|1|2.000,00||||01/02/2021|01/01/2021||x|y",
                "019009|QSFP|2021|a|1.000,00|1|2.000,00||||01/02/2021|01/01/2021||x",
                "19021|QSFP|2021|a|1.000,00|1|2.000,00||||01/02/2021|01/01/2021||x|y|z",
                "TOTALE||||5,00||||||||||"));
        (ValidationResult people, _) = Check.File(
            Popolazione.Schema,
            "2021",
            "codice_istat|anno|maschi|femmine|totale",
            "019021|2020|1|1|3",
            "019021|2021|1.000|1|1001",
            "019021|2021|1|1|2");
        Contracts.Receipts.Problem[] problems =
        [
            .. result.Problems,
            .. people.Problems,
            .. Envelope.Check("a/b/c/d", _ => null).Problems,
        ];

        Assert.True(problems.DistinctBy(problem => problem.Code, StringComparer.Ordinal).Count() >= 25);
        Assert.All(problems, problem => Assert.DoesNotContain('{', problem.Message + problem.Fix));
        Assert.All(problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Fix)));
    }
}
