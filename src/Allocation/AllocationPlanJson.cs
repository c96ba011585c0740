using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Json;

namespace PianoZona.Allocation;

/// <summary>A plan read: the plan, or every mistake in it.</summary>
/// <param name="Plan">Null when there is a mistake.</param>
/// <param name="Errors">The mistakes, in the order of the document.</param>
public sealed record PlanReadResult(AllocationPlan? Plan, IReadOnlyList<ConfigurationError> Errors);

/// <summary>The JSON forms of a plan and of its result (architecture.md, "The command line").</summary>
public static class AllocationPlanJson
{
    private const decimal LargestAmount = 999_999_999_999.99m;

    /// <summary>Reads a plan. Nothing in it makes this throw.</summary>
    public static PlanReadResult Read(string json)
    {
        JsonMistakes mistakes = new();
        if (JsonText.Parse(json, mistakes) is not { } root)
        {
            return new PlanReadResult(null, mistakes.InOrder);
        }

        AllocationPlan plan = JsonObjectReader.Read(root, mistakes, Plan);
        if (mistakes.None)
        {
            // Only now do the places in the plan's lists match those of the document.
            foreach (ConfigurationError mistake in PlanCheck.Mistakes(plan))
            {
                mistakes.Add(root.SelectToken(Existing(mistake.Path)) ?? root, mistake.Path, mistake.Message);
            }
        }

        return new PlanReadResult(mistakes.None ? plan : null, mistakes.InOrder);
    }

    /// <summary>Writes a result; amounts are texts such as <c>"1234.56"</c>.</summary>
    public static string Write(AllocationResult result) => new JObject
    {
        ["shares"] = new JArray(result.Shares.Select(share => new JObject
        {
            ["code"] = share.Code,
            ["name"] = share.Name,
            ["amount"] = share.Amount.ToString(),
            ["parts"] = new JArray(share.Parts.Select(part => new JObject { ["indicator"] = part.Indicator, ["amount"] = part.Amount.ToString() })),
        })),
        ["total"] = result.Total.ToString(),
        ["method"] = result.Method,
    }.ToString();

    private static AllocationPlan Plan(JsonObjectReader o) => new(
        Amount(o),
        o.List("fixed", required: false, line => new FixedLine(line.Text("line", TextForm.Line), Amount(line))),
        o.List("beneficiaries", required: true, Beneficiary),
        o.List("criteria", required: true, criterion => new Criterion(
            criterion.Text("indicator", TextForm.Line),
            criterion.Decimal("weight", 0m, 1_000_000m, 10, required: true) ?? 0m)));

    private static Beneficiary Beneficiary(JsonObjectReader o)
    {
        string code = o.Text("code", TextForm.Line);
        return new Beneficiary(
            code,
            o.OptionalText("name", TextForm.Line) ?? code,
            o.Object("indicators", required: true, Indicators) ?? []);
    }

    private static Dictionary<string, decimal> Indicators(JsonObjectReader o) =>
        o.Names.ToDictionary(name => name, name => o.Decimal(name, 0m, LargestAmount, 10, required: true) ?? 0m, StringComparer.Ordinal);

    private static Money Amount(JsonObjectReader o) => Money.FromEuro(o.Decimal("amount", 0m, LargestAmount, 2, required: true) ?? 0m);

    // A value that is missing is reported in the order of the object that lacks it.
    private static string Existing(string path)
    {
        int indicators = path.IndexOf(".indicators.", StringComparison.Ordinal);
        return indicators < 0 ? path : path[..(indicators + ".indicators".Length)];
    }
}
