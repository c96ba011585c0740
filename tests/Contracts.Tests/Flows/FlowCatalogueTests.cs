using System.Reflection;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Tests.Flows;

/// <summary>A flow is one declaration, and the rest follows from it.</summary>
public sealed class FlowCatalogueTests
{
    public static TheoryData<string> Flows => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    // One that is declared in another namespace, or not in a static class, would be found by nobody.
    [Fact]
    public void All_EveryDeclarationOfTheAssembly_IsFoundInItsPlace()
    {
        FlowSchema[] declared = [.. typeof(FlowSchema).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(FlowSchema))
            .Select(field => (FlowSchema)field.GetValue(null)!)
            .OrderBy(flow => flow.Place)];

        Assert.Equal(declared, FlowCatalogue.All);
        Assert.Equal(declared.DistinctBy(flow => flow.Place), declared);
        Assert.Equal("popolazione", FlowCatalogue.All[0].Code);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Declaration_OfEveryFlow_IsOneThatCanBeUsed(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;

        Assert.Contains(flow.Since, RuleSets.All, StringComparer.Ordinal);
        Assert.True(flow.Periods.HasFlag(Period.Parse(flow.SamplePeriod).Kind));
        Assert.All(flow.Key, column => Assert.Contains(column, flow.Columns));
        Assert.All(
            flow.Columns.Where(column => column.ValueRequired),
            column => Assert.False(!column.Required || column.Example.Length == 0, column.Name));
        Assert.All([flow.Title, flow.Description], text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }
}
