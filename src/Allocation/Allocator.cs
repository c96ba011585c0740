using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>The riparto: a pure function of its plan.</summary>
public static class Allocator
{
    /// <summary>The rule used, as it is stored with every result.</summary>
    public const string Method = "resti maggiori; a parità di resto, codice minore";

    /// <summary>What the part of a fixed line is called.</summary>
    public const string FixedPart = "quota fissa";

    /// <summary>
    /// Divides the amount of a plan. The fixed lines come first out of it; what is left is divided over the criteria by weight, and the portion
    /// of each criterion over the beneficiaries by its indicator, both by largest remainder. The shares add up to the amount to the cent.
    /// </summary>
    /// <exception cref="ArgumentException">The plan has mistakes: see <see cref="PlanCheck"/>.</exception>
    public static AllocationResult Allocate(AllocationPlan plan)
    {
        if (PlanCheck.Mistakes(plan).FirstOrDefault() is { } mistake)
        {
            throw new ArgumentException(mistake.ToString(), nameof(plan));
        }

        Money divided = plan.Fixed.Aggregate(plan.Amount, (left, line) => left - line.Amount);
        IReadOnlyList<Money> portions = LargestRemainder.Divide(divided, [.. plan.Criteria.Select(criterion => (criterion.Indicator, criterion.Weight))]);
        IReadOnlyList<Money>[] parts = [.. plan.Criteria.Zip(portions, (criterion, portion) => Portion(plan, criterion, portion))];
        IEnumerable<Share> shares = plan.Beneficiaries.Select((beneficiary, i) => ShareOf(
            beneficiary.Code, beneficiary.Name, [.. plan.Criteria.Select((criterion, c) => new SharePart(criterion.Indicator, parts[c][i]))]));
        return new AllocationResult(
            [.. plan.Fixed.Select(line => ShareOf(line.Line, line.Line, [new SharePart(FixedPart, line.Amount)])), .. shares], plan.Amount, Method);
    }

    // A criterion without weight has nothing to divide, even when its indicator is zero for everyone.
    private static IReadOnlyList<Money> Portion(AllocationPlan plan, Criterion criterion, Money portion) => criterion.Weight == 0m
        ? [.. plan.Beneficiaries.Select(_ => Money.Zero)]
        : LargestRemainder.Divide(portion, [.. plan.Beneficiaries.Select(beneficiary => (beneficiary.Code, beneficiary.Indicators[criterion.Indicator]))]);

    private static Share ShareOf(string code, string name, IReadOnlyList<SharePart> parts) =>
        new(code, name, parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount), parts);
}
