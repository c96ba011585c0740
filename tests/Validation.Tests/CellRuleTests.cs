using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules;
using PianoZona.Validation.Rules.Cells;
using PianoZona.Validation.Rules.Rows;

namespace PianoZona.Validation.Tests;

/// <summary>Rules are found by being there, and come in the order of their codes.</summary>
public sealed class CellRuleTests
{
    private static readonly Column Code =
        new("cig", ColumnKind.Cig, "CIG", "CIG.", "8745961356") { ValueRequired = true };

    private static readonly Column Note = new("nota", ColumnKind.Text, "Nota", "Nota.", "");

    private static Column Hours =>
        new("ore", ColumnKind.Quantity, "Ore", "Ore.", "1,5") { Minimum = 0.25m, Maximum = 1744.5m };

    [Fact]
    public void For_Column_TheRulesThatAskSomethingOfItInTheirOrder()
    {
        Assert.Equal(["PZ3001", "PZ3018"], CellRules.For(Code).Select(rule => DiscoveredRules.CodeOf(rule.GetType())));
        Assert.Equal(["PZ3008"], CellRules.For(Hours).Select(rule => DiscoveredRules.CodeOf(rule.GetType())));
        Assert.Equal(["PZ3019"], CellRules.For(Note).Select(rule => DiscoveredRules.CodeOf(rule.GetType())));
    }

    [Theory]
    [InlineData("ore", "0,24")]
    [InlineData("ore", "1.744,51")]
    public void Check_NumberOutOfRange_LimitsAreWrittenAsPeopleDo(string name, string value)
    {
        FlowSchema flow = new("prova", "Prova", "Flusso di prova.", Contracts.PeriodKinds.Year, Hours)
        {
            SamplePeriod = "2021",
            Since = "2026.1",
            Place = 1,
        };

        Contracts.Receipts.Problem problem = Check.File(flow, "2021", name, value).Result.Problems.Single();

        Assert.Equal(("PZ3008", "deve essere fra 0,25 e 1.744,5"), (problem.Code, problem.Expected));
        Assert.EndsWith("dai limiti: deve essere fra 0,25 e 1.744,5.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_EveryClassThatIsOne_HasACode() => Assert.All(
        typeof(DiscoveredRules).Assembly.GetTypes().Where(type =>
            type.IsClass
            && (type.IsAssignableTo(typeof(ICellRule)) || type.IsAssignableTo(typeof(IRowRule)))),
        type => Assert.StartsWith("PZ", DiscoveredRules.CodeOf(type), StringComparison.Ordinal));
}
