using System.Numerics;
using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>The values of a plan, by line and beneficiary.</summary>
internal static class PlanValues
{
    /// <summary>Cents in the unit of the shares.</summary>
    public static long Unit(this AllocationPlan plan) => plan.WholeEuro ? 100 : 1;

    /// <summary>
    /// The lines in order: the fixed ones, the others, and the rest that the criteria of the plan divide, which has no
    /// name.
    /// </summary>
    public static IReadOnlyList<PlanLine> AllLines(this AllocationPlan plan)
    {
        List<PlanLine> lines =
        [
            .. plan.Fixed.Select(line => new PlanLine(line.Line, LineKind.Amount, line.Amount.Euro)
            {
                Body = line.Body,
            }),
            .. plan.Lines,
        ];
        if (plan.Criteria.Count > 0)
        {
            lines.Add(new PlanLine(string.Empty, LineKind.Difference, 0m) { Criteria = plan.Criteria });
        }

        return lines;
    }

    /// <summary>The value of an indicator; null when it is missing.</summary>
    public static decimal? ValueOf(this AllocationPlan plan, Beneficiary beneficiary, string indicator) =>
        beneficiary.Indicators.TryGetValue(indicator, out decimal value) ? value
        : indicator is Criterion.Equal ? 1m
        : indicator is Criterion.History
        && plan.Previous is { } previous
        && previous.TryGetValue(beneficiary.Code, out Money before)
            ? before.Euro
        : null;

    /// <summary>Whether a line is divided also for a beneficiary.</summary>
    public static bool Shares(this PlanLine line, Beneficiary beneficiary) =>
        line.IsDivided && !beneficiary.Excluded.Contains(line.Name, StringComparer.Ordinal);

    /// <summary>The indicators that a line is divided by.</summary>
    public static IEnumerable<string> Indicators(this PlanLine line) =>
        line.Kind == LineKind.PerCapita
            ? [line.Indicator]
            : line.Criteria.SelectMany(criterion =>
                criterion.Index is null ? [criterion.Indicator] : new[] { criterion.Indicator, criterion.Index });

    /// <summary>The indicators that a beneficiary lacks for the lines it takes part in.</summary>
    public static IEnumerable<string> Missing(this AllocationPlan plan, Beneficiary beneficiary) => plan.AllLines()
        .Where(line => line.Shares(beneficiary))
        .SelectMany(Indicators)
        .Distinct(StringComparer.Ordinal)
        .Where(indicator => plan.ValueOf(beneficiary, indicator) is null);

    /// <summary>Among whom the lines are divided: the units that did not report are left out.</summary>
    public static IReadOnlyList<Beneficiary> Participants(this AllocationPlan plan) =>
        [.. plan.Beneficiaries.Where(beneficiary => !beneficiary.IsUnit || !plan.Missing(beneficiary).Any())];

    /// <summary>The weight of a beneficiary in a criterion, as a whole number.</summary>
    public static BigInteger WeightOf(this AllocationPlan plan, Beneficiary beneficiary, Criterion criterion) =>
        LargestRemainder.Whole(plan.ValueOf(beneficiary, criterion.Indicator) ?? 0m)
        * (
            criterion.Index is null
                ? BigInteger.One
                : LargestRemainder.Whole(plan.ValueOf(beneficiary, criterion.Index) ?? 0m));

    /// <summary>The quota of a beneficiary in euro, before it is rounded.</summary>
    public static decimal ExactQuotaOf(this AllocationPlan plan, Beneficiary beneficiary, PlanLine line) =>
        line.Kind == LineKind.Each ? line.Value : line.Value * (plan.ValueOf(beneficiary, line.Indicator) ?? 0m);

    /// <summary>The largest amount that a plan may state, and the most that a quota counts for.</summary>
    public const decimal LargestAmount = 999_999_999_999.99m;

    /// <summary>The quota of a beneficiary, rounded to the unit.</summary>
    public static Money QuotaOf(this AllocationPlan plan, Beneficiary beneficiary, PlanLine line)
    {
        decimal euro = Math.Min(LargestAmount, plan.ExactQuotaOf(beneficiary, line));
        return Money.FromEuro(Math.Round(euro, plan.WholeEuro ? 0 : 2, MidpointRounding.AwayFromZero));
    }
}
