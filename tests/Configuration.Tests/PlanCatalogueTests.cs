using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;

namespace PianoZona.Configuration.Tests;

/// <summary>The funds that five real plans name, from 2012 to 2027: adding one is a change of data.</summary>
public sealed class PlanCatalogueTests
{
    private static readonly JObject Plans = JObject.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fondi-dei-piani.json")));

    public static TheoryData<string> Names => [.. Plans["piani"]!.Select(plan => (string)plan["piano"]!)];

    [Fact]
    public void Plans_AreFiveAndCoverTheirYears()
    {
        Assert.Equal(5, Names.Count);
        Assert.Equal(
            (2012, 2027),
            (Plans["piani"]!.Min(plan => (int)plan["dal"]!), Plans["piani"]!.Max(plan => (int)plan["al"]!)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Catalogue_OfAPlan_LoadsWithItsOwnFunds(string name)
    {
        JToken plan = Plans["piani"]!.Single(one => (string?)one["piano"] == name);
        JArray funds = (JArray)JObject.Parse(BuiltIn())["funds"]!;
        foreach (JToken fund in plan["propri"]!)
        {
            funds.Add(fund.DeepClone());
        }

        AmbitoReadResult result = AmbitoDocument.Read(
            new JObject
            {
                ["code"] = "prova",
                ["name"] = name,
                ["senders"] = new JArray(
                    new JObject
                    {
                        ["code"] = "ente-udp",
                        ["kind"] = "planOffice",
                        ["name"] = "Ufficio",
                    }),
                ["funds"] = funds,
            }.ToString());

        Assert.Empty(result.Errors);
        Assert.All(
            ((JObject)plan["stampati"]!).Properties(),
            printed => Assert.Equal((string?)printed.Value, CodeOf(result.Ambito!, printed.Name)));
        YearSpan years = new((int)plan["dal"]!, (int)plan["al"]!);
        Assert.All(
            ((JObject)plan["stampati"]!).Properties().Select(printed => (string?)printed.Value).OfType<string>(),
            code =>
                Assert.True(result.Ambito!.FindFund(code)!.Years.Overlaps(years), $"{code} has no year of the plan."));
    }

    private static string BuiltIn()
    {
        using StreamReader reader = new(
            typeof(AmbitoDocument).Assembly.GetManifestResourceStream(typeof(AmbitoDocument), "fondi.json")!);
        return reader.ReadToEnd();
    }

    // Null: a name that no fund has, as «FRS» of Lodi, or that is of several, as «PNRR» alone.
    private static string? CodeOf(Ambito ambito, string printed) =>
        ambito
            .Funds.SingleOrDefault(fund =>
                fund.Aliases.Append(fund.Code).Append(fund.Name).Any(name => NameKey.Of(name) == NameKey.Of(printed)))
            ?.Code;
}
