using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Tests;

/// <summary>Laws that hold for every plan.</summary>
public sealed class AllocatorProperties
{
    private static readonly string[] Indicators = ["popolazione", "over65", "quota"];

    // Small and large values, with decimals, zeros and equals.
    private static readonly Gen<decimal> Value = Gen.OneOf(
        Gen.Choose(0, 5).Select(value => (decimal)value),
        Gen.Choose(1, 1_000_000).Select(value => (decimal)value),
        Gen.Choose(1, 1_000_000).Select(value => value / 997m));

    private static readonly Gen<Beneficiary> Someone =
        from code in Gen.Choose(1, 999_999)
        from values in Value.ArrayOf(Indicators.Length)
        select Make(code.ToString("D6", System.Globalization.CultureInfo.InvariantCulture), values);

    private static readonly Gen<AllocationPlan> Plans =
        from cents in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, int.MaxValue))
        from share in Gen.Choose(0, 100)
        from withFixed in Gen.Elements(true, false)
        from beneficiaries in Gen.NonEmptyListOf(Someone)
        from weights in Gen.Choose(0, 60).ArrayOf(Indicators.Length)
        select new AllocationPlan(
            new Money(cents),
            withFixed ? [new FixedLine("governo", new Money((long)cents * share / 100))] : [],
            [
                .. beneficiaries.DistinctBy(beneficiary => beneficiary.Code, StringComparer.Ordinal),
                Make("000000", [1, 1, 1]),
            ],
            [
                .. Indicators.Zip(
                    weights,
                    (indicator, weight) => new Criterion(indicator, weight + (indicator is "popolazione" ? 1 : 0))),
            ]);

    private static readonly Gen<AllocationPlan> OneCriterion = Plans.Select(plan =>
        plan with
        {
            Fixed = [],
            Criteria = [new Criterion("popolazione", 1)],
        });

    [Fact]
    public void Allocate_AnyPlan_AddsUpByShareByCriterionAndInAll() =>
        Holds(
            Plans,
            plan =>
            {
                AllocationResult result = Allocator.Allocate(plan);
                Money left = plan.Amount - Sum(plan.Fixed.Select(line => line.Amount));
                return Sum(result.Shares.Select(share => share.Amount)) == plan.Amount
                    && result.Total == plan.Amount
                    && result.Shares.All(share => share.Amount == Sum(share.Parts.Select(part => part.Amount)))
                    && result.Shares.All(share => share.Amount >= Money.Zero)
                    && Sum(result.Shares.Skip(plan.Fixed.Count).Select(share => share.Amount)) == left
                    && plan.Criteria.All(criterion =>
                        IsWithinACent(
                            PortionOf(result, criterion),
                            left,
                            criterion.Weight,
                            plan.Criteria.Sum(other => other.Weight)));
            });

    [Fact]
    public void Allocate_BeneficiariesInAnotherOrder_GetTheSame() =>
        Holds(
            from plan in Plans
            from shuffled in Gen.Shuffle(plan.Beneficiaries.ToArray())
            select (plan, shuffled),
            pair =>
                ByCode(Allocator.Allocate(pair.plan))
                    .SequenceEqual(
                        ByCode(Allocator.Allocate(pair.plan with { Beneficiaries = pair.shuffled })),
                        StringComparer.Ordinal));

    [Fact]
    public void Allocate_LargerIndicator_NeverGetsLess() =>
        Holds(
            OneCriterion,
            plan =>
            {
                Money[] byIndicator =
                [
                    .. plan
                        .Beneficiaries.Zip(Allocator.Allocate(plan).Shares)
                        .OrderBy(pair => pair.First.Indicators["popolazione"])
                        .ThenBy(pair => pair.Second.Amount)
                        .Select(pair => pair.Second.Amount),
                ];
                return byIndicator.SequenceEqual(byIndicator.Order());
            });

    [Fact]
    public void Allocate_IndicatorGrownByItself_NeverGetsLess() =>
        Holds(
            from plan in OneCriterion
            from place in Gen.Choose(0, plan.Beneficiaries.Count - 1)
            from more in Value
            select (plan, place, more),
            grown =>
            {
                Beneficiary before = grown.plan.Beneficiaries[grown.place];
                Beneficiary after = Make(before.Code, [before.Indicators["popolazione"] + grown.more, 0, 0]);
                AllocationPlan plan = grown.plan with
                {
                    Beneficiaries =
                    [
                        .. grown.plan.Beneficiaries.Select((other, i) => i == grown.place ? after : other),
                    ],
                };
                return Allocator.Allocate(plan).Shares[grown.place].Amount
                    >= Allocator.Allocate(grown.plan).Shares[grown.place].Amount;
            });

    [Fact]
    public void Allocate_EqualIndicators_DifferByACentAtMostInFavourOfTheLowerCode() =>
        Holds(
            OneCriterion,
            plan =>
            {
                AllocationPlan equal = plan with
                {
                    Beneficiaries = [.. plan.Beneficiaries.Select(beneficiary => Make(beneficiary.Code, [7, 7, 7]))],
                };
                long[] cents =
                [
                    .. Allocator
                        .Allocate(equal)
                        .Shares.OrderBy(share => share.Code, StringComparer.Ordinal)
                        .Select(share => share.Amount.Cents),
                ];
                return cents[0] - cents[^1] is 0 or 1 && cents.SequenceEqual(cents.OrderDescending());
            });

    [Fact]
    public void Allocate_WeightsInPercent_GiveTheSameAsFractions() =>
        Holds(
            Plans,
            plan =>
            {
                AllocationPlan percent = plan with
                {
                    Criteria =
                    [
                        .. plan.Criteria.Select(criterion => criterion with { Weight = criterion.Weight * 100 }),
                    ],
                };
                return ByCode(Allocator.Allocate(plan))
                    .SequenceEqual(ByCode(Allocator.Allocate(percent)), StringComparer.Ordinal);
            });

    [Fact]
    public void Allocate_Share_IsWithinACentOfItsExactQuota() =>
        Holds(
            OneCriterion,
            plan =>
            {
                decimal all = plan.Beneficiaries.Sum(beneficiary => beneficiary.Indicators["popolazione"]);
                return plan
                    .Beneficiaries.Zip(Allocator.Allocate(plan).Shares)
                    .All(pair =>
                        IsWithinACent(pair.Second.Amount, plan.Amount, pair.First.Indicators["popolazione"], all));
            });

    private static void Holds<T>(Gen<T> plans, Func<T, bool> law) =>
        Prop.ForAll(plans.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static Beneficiary Make(string code, decimal[] values) =>
        new(
            code,
            code,
            Indicators.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));

    private static Money PortionOf(AllocationResult result, Criterion criterion) =>
        Sum(
            result
                .Shares.SelectMany(share => share.Parts)
                .Where(part => string.Equals(part.Indicator, criterion.Indicator, StringComparison.Ordinal))
                .Select(part => part.Amount));

    private static bool IsWithinACent(Money share, Money amount, decimal weight, decimal total) =>
        Math.Abs(share.Cents - (amount.Cents * weight / total)) < 1m;

    private static IEnumerable<string> ByCode(AllocationResult result) =>
        result
            .Shares.Select(share => $"{share.Code} {share.Amount} {string.Join(' ', share.Parts)}")
            .Order(StringComparer.Ordinal);

    private static Money Sum(IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
