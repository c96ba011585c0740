using Newtonsoft.Json.Linq;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Tests;

public sealed class AllocationPlanJsonTests
{
    private const string Json = """
        {
          "amount": "261102.00",
          "fixed": [ { "line": "governo", "amount": "61102.00" } ],
          "beneficiaries": [
            { "code": "019021", "name": "Casalmaggiore", "indicators": { "popolazione": 14908, "over65": 3500.5 } },
            { "code": "019052", "indicators": { "popolazione": "2853", "over65": 700 } }
          ],
          "criteria": [ { "indicator": "popolazione", "weight": 60 }, { "indicator": "over65", "weight": 40 } ]
        }
        """;

    [Fact]
    public void Read_Plan_HasEveryValue()
    {
        AllocationPlan plan = AllocationPlanJson.Read(Json).Plan!;

        Assert.Equal(Money.Parse("261102.00"), plan.Amount);
        Assert.Equal(new FixedLine("governo", Money.Parse("61102.00")), plan.Fixed.Single());
        Assert.Equal(("019021", "Casalmaggiore"), (plan.Beneficiaries[0].Code, plan.Beneficiaries[0].Name));
        Assert.Equal(3500.5m, plan.Beneficiaries[0].Indicators["over65"]);
        Assert.Equal(("019052", 2853m), (plan.Beneficiaries[1].Name, plan.Beneficiaries[1].Indicators["popolazione"]));
        Assert.Equal([new Criterion("popolazione", 60), new Criterion("over65", 40)], plan.Criteria);
    }

    [Fact]
    public void Write_Result_HasTheFormOfTheContract()
    {
        JObject written = JObject.Parse(
            AllocationPlanJson.Write(Allocator.Allocate(AllocationPlanJson.Read(Json).Plan!)));

        Assert.Equal("261102.00", (string?)written["total"]);
        Assert.Equal(Allocator.Method, (string?)written["method"]);
        Assert.Equal(
            ["governo", "019021", "019052"],
            written["shares"]!.Select(share => (string?)share["code"]),
            StringComparer.Ordinal);
        Assert.Equal(
            ["popolazione", "over65"],
            written.SelectTokens("shares[1].parts[*].indicator").Select(indicator => (string?)indicator),
            StringComparer.Ordinal);
        Assert.Equal("61102.00", (string?)written.SelectToken("shares[0].amount"));
        Assert.Equal(Money.Parse("261102.00"), Sum(written["shares"]!));
        Assert.All(
            written["shares"]!, share => Assert.Equal(Money.Parse((string)share["amount"]!), Sum(share["parts"]!)));
    }

    /// <summary>Path spoiled, value, path reported, part of the message.</summary>
    [Theory]
    [InlineData("amount", "\"261.102,00\"", "amount", "il punto")]
    [InlineData("amount", "\"261102.005\"", "amount", "2 decimali")]
    [InlineData("amount", "-5", "amount", "da 0")]
    [InlineData("amount", "\"61101.99\"", "fixed", "superano")]
    [InlineData("fixed[0].line", "\"019021\"", "beneficiaries[0].code", "due volte")]
    [InlineData("fixed[0].lines", "\"x\"", "fixed[0].lines", "«line»")]
    [InlineData("beneficiaries", "[]", "beneficiaries", "vuoto")]
    [InlineData("beneficiaries[1].code", "\"019021\"", "beneficiaries[1].code", "due volte")]
    [InlineData("beneficiaries[1].code", "19052", "beneficiaries[1].code", "testo")]
    [InlineData("beneficiaries[1].indicators.over65", "null", "beneficiaries[1].indicators.over65", "null")]
    [InlineData("beneficiaries[1].indicators.over65", "-1", "beneficiaries[1].indicators.over65", "da 0")]
    [InlineData(
        "beneficiaries[1].indicators", "{ \"popolazione\": 1 }", "beneficiaries[1].indicators.over65", "non è zero")]
    [InlineData("criteria", "[]", "criteria", "vuoto")]
    [InlineData("criteria[0].weight", "-1", "criteria[0].weight", "da 0")]
    [InlineData("criteria[0].weight", "\"60%\"", "criteria[0].weight", "decimali")]
    [InlineData("criteria", "[ { \"indicator\": \"over65\", \"weight\": 0 } ]", "criteria", "maggiore di zero")]
    [InlineData("criteria[0].indicator", "\"over65\"", "criteria[1].indicator", "due volte")]
    [InlineData("criteria[0].indicator", "\"minori\"", "beneficiaries[0].indicators.minori", "Manca il valore")]
    [InlineData("criterria", "[]", "criterria", "«criteria»")]
    public void Read_Mistake_IsReportedAtItsPath(string path, string value, string reportedAt, string words)
    {
        PlanReadResult result = AllocationPlanJson.Read(With(path, value));

        Assert.Null(result.Plan);
        Mistake error = Assert.Single(
            result.Errors, found => string.Equals(found.Path, reportedAt, StringComparison.Ordinal));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_IndicatorZeroForEveryone_IsReportedAtItsCriterion()
    {
        PlanReadResult result = AllocationPlanJson.Read(
            """
            { "amount": 1, "beneficiaries": [ { "code": "a", "indicators": { "p": 0 } } ], "criteria": [ { "indicator": "p", "weight": 1 } ] }
            """);

        Assert.Equal("criteria[0]", Assert.Single(result.Errors).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{ \"beneficiaries\": [ 1, null, \"x\" ], \"criteria\": {}, \"fixed\": 0 }")]
    public void Read_NoPlanAtAll_IsAResult(string json)
    {
        PlanReadResult result = AllocationPlanJson.Read(json);

        Assert.Null(result.Plan);
        Assert.NotEmpty(result.Errors);
    }

    /// <summary>A mistake of the program is an exception, not a strange share.</summary>
    [Fact]
    public void Allocate_PlanWithMistakes_Throws()
    {
        AllocationPlan plan = AllocationPlanJson.Read(Json).Plan!;

        Assert.Throws<ArgumentException>(() => Allocator.Allocate(plan with { Amount = Money.Parse("1.00") }));
        Assert.Throws<ArgumentException>(() => Allocator.Allocate(plan with { Amount = new Money(-1), Fixed = [] }));
        Assert.Throws<ArgumentException>(() =>
            Allocator.Allocate(plan with { Criteria = [new Criterion("minori", 1)] }));
    }

    [Fact]
    public void Allocate_AmountBeyondBinaryFractions_IsExact()
    {
        // 0.1 + 0.2 and thirds: neither has a binary form.
        PlanReadResult read = AllocationPlanJson.Read(
            """
            { "amount": "999999999999.99", "beneficiaries": [ { "code": "a", "indicators": { "p": 0.1 } }, { "code": "b", "indicators": { "p": 0.2 } } ],
              "criteria": [ { "indicator": "p", "weight": 1 } ] }
            """);

        IEnumerable<string> shares = Allocator.Allocate(read.Plan!).Shares.Select(share => share.Amount.ToString());
        Assert.Equal(["333333333333.33", "666666666666.66"], shares, StringComparer.Ordinal);
    }

    private static Money Sum(IEnumerable<JToken> items) =>
        items.Aggregate(Money.Zero, (sum, item) => sum + Money.Parse((string)item["amount"]!));

    private static string With(string path, string value)
    {
        JObject root = JObject.Parse(Json);
        if (root.SelectToken(path) is { } old)
        {
            old.Replace(JToken.Parse(value));
        }
        else
        {
            int dot = path.LastIndexOf('.');
            ((JObject)(dot < 0 ? root : root.SelectToken(path[..dot])!))[path[(dot + 1)..]] = JToken.Parse(value);
        }

        return root.ToString();
    }
}
