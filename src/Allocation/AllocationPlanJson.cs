using PianoZona.Configuration.Json;
using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>A plan read: the plan, or every mistake in it.</summary>
/// <param name="Plan">Null when there is a mistake.</param>
/// <param name="Errors">The mistakes, in the order of the document.</param>
public sealed record PlanReadResult(AllocationPlan? Plan, IReadOnlyList<Mistake> Errors);

/// <summary>
/// The JSON form of a plan (docs/guida-ufficio-di-piano.md § Riparto), and the way to that of its result.
/// </summary>
public static class AllocationPlanJson
{
    private const decimal LargestQuota = 1_000_000m;

    private static readonly Dictionary<string, bool> PercentBases = new(StringComparer.Ordinal)
    {
        ["amount"] = false,
        ["rest"] = true,
    };
    private static readonly Dictionary<string, bool> Roundings = new(StringComparer.Ordinal)
    {
        ["cent"] = false,
        ["euro"] = true,
    };

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
            if (!root.ContainsKey("amount"))
            {
                plan = plan with { Amount = LineAmounts.StatedTotal(plan) };
            }

            // Only now do the places in the plan's lists match those of the document.
            foreach (Mistake mistake in PlanCheck.Mistakes(plan))
            {
                string path = root.ContainsKey("units")
                    ? mistake.Path.Replace("beneficiaries", "units", StringComparison.Ordinal)
                    : mistake.Path;
                mistakes.Add(root.SelectToken(Existing(path)) ?? root, path, mistake.Message);
            }
        }

        return new PlanReadResult(mistakes.None ? plan : null, mistakes.InOrder);
    }

    /// <summary>Writes a result as text.</summary>
    public static string Write(AllocationResult result) => AllocationResultJson.Describe(result).ToString();

    private static AllocationPlan Plan(JsonObjectReader o)
    {
        IReadOnlyList<PlanLine> lines = o.List("lines", required: false, Line);
        bool units = o.Has("units");
        bool divides = lines.Count == 0 || lines.Any(line => line.IsDivided) || o.Has("criteria");
        if (units && o.Has("beneficiaries"))
        {
            o.Mistake("units", "Un piano ha «beneficiaries» oppure «units», non entrambi.");
        }

        Money amount = Amount(o, "amount", required: !lines.Any(line => line.IsQuota)) ?? Money.Zero;
        IReadOnlyList<FixedLine> first = o.List("fixed", required: false, FixedLine);
        IReadOnlyList<Beneficiary> beneficiaries = o.List("beneficiaries", required: divides && !units, Beneficiary);
        IReadOnlyList<Beneficiary> ofUnits = o.List("units", required: units, Unit);
        return new AllocationPlan(
            amount, first, units ? ofUnits : beneficiaries, Criteria(o, required: lines.Count == 0))
        {
            Lines = lines,
            PercentOfRest = o.Choice("percentOf", PercentBases, required: false) ?? false,
            Bounds = BoundsOf(o),
            WholeEuro = o.Choice("rounding", Roundings, required: false) ?? false,
            Previous = o.Object("previous", required: false, Previous),
            IndicatorBases = o.List("bases", required: false, basis => new IndicatorBase(
                basis.Text("indicator", TextForm.Line),
                basis.Integer("year", 1900, 2100, required: false),
                basis.Date("date", required: false),
                basis.OptionalText("source", TextForm.Line))),
        };
    }

    private static FixedLine FixedLine(JsonObjectReader o) =>
        new(o.Text("line", TextForm.Line), Amount(o, "amount", required: true) ?? Money.Zero)
        {
            Body = o.OptionalText("body", TextForm.Line),
        };

    private static PlanLine Line(JsonObjectReader o)
    {
        string name = o.Text("line", TextForm.Line);
        decimal? amount = o.Decimal("amount", 0m, PlanValues.LargestAmount, 2, required: false);
        decimal? percent = o.Decimal("percent", 0m, 100m, 10, required: false);
        decimal? perCapita = o.Decimal("perCapita", 0m, LargestQuota, 4, required: false);
        decimal? each = o.Decimal("each", 0m, PlanValues.LargestAmount, 2, required: false);
        bool difference = o.Flag("difference", otherwise: false);
        (LineKind Kind, decimal? Value)[] said =
        [
            .. new (LineKind Kind, decimal? Value)[]
            {
                (LineKind.Amount, amount),
                (LineKind.Percent, percent),
                (LineKind.PerCapita, perCapita),
                (LineKind.Each, each),
                (LineKind.Difference, difference ? 0m : null),
            }.Where(pair => pair.Value is not null),
        ];
        if (said.Length != 1)
        {
            o.Mistake("Una linea ha una cosa sola fra «amount», «percent», «perCapita», «each» e «difference»: true.");
        }

        PlanLine line =
            said.Length == 0
                ? new PlanLine(name, LineKind.Amount, 0m)
                : new PlanLine(name, said[0].Kind, said[0].Value!.Value);
        return line with
        {
            Indicator = o.OptionalText("indicator", TextForm.Line) ?? line.Indicator,
            Body = o.OptionalText("body", TextForm.Line),
            Criteria = Criteria(o, required: false),
        };
    }

    private static IReadOnlyList<Criterion> Criteria(JsonObjectReader o, bool required) =>
        o.List(
            "criteria",
            required,
            criterion => new Criterion(
                criterion.Text("indicator", TextForm.Line),
                criterion.Decimal("weight", 0m, LargestQuota, 10, required: true) ?? 0m)
            {
                Index = criterion.OptionalText("index", TextForm.Line),
            });

    private static Beneficiary Beneficiary(JsonObjectReader o)
    {
        string code = o.Text("code", TextForm.Line);
        return new Beneficiary(
            code,
            o.OptionalText("name", TextForm.Line) ?? code,
            o.Object("indicators", required: true, Indicators) ?? [])
        {
            Excluded = o.Texts("excluded", TextForm.Line),
            Bounds = BoundsOf(o),
        };
    }

    private static Beneficiary Unit(JsonObjectReader o)
    {
        string code = o.Text("code", TextForm.Line);
        return new Beneficiary(
            code,
            o.OptionalText("name", TextForm.Line) ?? code,
            o.Object("indicators", required: true, KnownIndicators) ?? [])
        {
            IsUnit = true,
            Body = o.OptionalText("body", TextForm.Line),
            Excluded = o.Texts("excluded", TextForm.Line),
            Bounds = BoundsOf(o),
        };
    }

    private static Bounds BoundsOf(JsonObjectReader o) => new(
        Amount(o, "floor", required: false),
        o.Decimal("floorPercent", 0m, 100m, 10, required: false),
        Amount(o, "cap", required: false),
        o.Decimal("capPercent", 0m, 100m, 10, required: false));

    private static Dictionary<string, decimal> Indicators(JsonObjectReader o) =>
        o.Names.ToDictionary(
            name => name,
            name => o.Decimal(name, 0m, PlanValues.LargestAmount, 10, required: true) ?? 0m,
            StringComparer.Ordinal);

    // A unit writes null for what it did not report.
    private static Dictionary<string, decimal> KnownIndicators(JsonObjectReader o)
    {
        string[] unknown = [.. o.Names.Where(o.IsNull)];
        o.Ignore(unknown);
        return o
            .Names.Except(unknown, StringComparer.Ordinal)
            .ToDictionary(
                name => name,
                name => o.Decimal(name, 0m, PlanValues.LargestAmount, 10, required: true) ?? 0m,
                StringComparer.Ordinal);
    }

    private static Dictionary<string, Money> Previous(JsonObjectReader o) =>
        o.Names.ToDictionary(
            code => code, code => Amount(o, code, required: true) ?? Money.Zero, StringComparer.Ordinal);

    private static Money? Amount(JsonObjectReader o, string name, bool required) =>
        o.Decimal(name, 0m, PlanValues.LargestAmount, 2, required) is { } euro ? Money.FromEuro(euro) : null;

    // A value that is missing is reported in the order of the object that lacks it.
    private static string Existing(string path)
    {
        int indicators = path.IndexOf(".indicators.", StringComparison.Ordinal);
        return indicators < 0 ? path : path[..(indicators + ".indicators".Length)];
    }
}
