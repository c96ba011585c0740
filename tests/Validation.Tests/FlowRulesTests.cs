using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Tests.Texts;

namespace PianoZona.Validation.Tests;

/// <summary>What the public pages say of rules is what the validator does.</summary>
public sealed class FlowRulesTests
{
    private static readonly string[] Nasty =
    [
        "-", "3 11.920,00", "12.50", "€ 568.781 € 0", "31/02/2021", "ANZIANISSIMI", "-50,00", "99.999.999.999.999",
        "1921", "21", "Milano", "Rivarolo", "G11B2100456000", "8745961A3", "01234567890", "=1+1", "attivitÃ\u00a0",
        "Rossi Mario", "1:20:30", "2020", "2021-13", "ente-che-non-esiste", new('a', 500),
    ];

    public static TheoryData<string> WithColumn =>
        [.. RuleCatalogue.All.Where(rule => rule.Example?.Column is not null).Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(FlowSample.Codes), MemberType = typeof(FlowSample))]
    public void Of_AnyFlow_NamesWhateverIsFoundInItsCells(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;
        string[] named = [.. FlowRules.Of(flow).Select(rule => rule.Code)];

        string[] found = [.. flow.Columns.SelectMany(column => Nasty.SelectMany(text => CodesOf(flow, column, text)))];

        Assert.NotEmpty(found);
        Assert.Empty(found.Where(IsOfValues).Except(named, StringComparer.Ordinal));
    }

    [Fact]
    public void Of_FlowsThatDiffer_NamesWhatEachAsks()
    {
        Assert.Contains("PZ4006", FlowRules.Of(Prestazioni.Schema).Select(rule => rule.Code));
        Assert.DoesNotContain("PZ4006", FlowRules.Of(Popolazione.Schema).Select(rule => rule.Code));
        Assert.DoesNotContain("PZ3013", FlowRules.Of(Popolazione.Schema).Select(rule => rule.Code));
    }

    [Fact]
    public void Find_EveryRule_HasAnExample() =>
        Assert.Empty(RuleCatalogue.All.Where(rule => rule.Example is null).Select(rule => rule.Code));

    [Theory]
    [MemberData(nameof(WithColumn))]
    public void Find_ExampleOfACell_IsFoundWhereItIsWrongOnly(string code)
    {
        RuleExample example = RuleCatalogue.Of(code).Example!;

        Assert.Contains(code, CodesOf(Rendicontazione.Schema, example.Column!, example.Wrong));
        Assert.DoesNotContain(code, CodesOf(Rendicontazione.Schema, example.Column!, example.Right));
    }

    private static bool IsOfValues(string code) =>
        code.StartsWith("PZ3", StringComparison.Ordinal) || code.StartsWith("PZ4", StringComparison.Ordinal);

    private static IEnumerable<string> CodesOf(FlowSchema flow, Column column, string text)
    {
        string header = FlowSample.Header(flow);
        string row = FlowSample.Row(flow).With(header, column.Name, text);
        return Check.File(flow, flow.SamplePeriod, header, row).Result.Problems.Select(problem => problem.Code);
    }
}
