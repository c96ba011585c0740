using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Tests;

/// <summary>Laws of least and most, for every plan whose bounds can be kept.</summary>
public sealed class BoundsProperties
{
    private static readonly Gen<(decimal Weight, int Floor, int Cap)> Someone =
        from weight in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 1_000_000))
        from floor in Gen.Choose(0, 100)
        from cap in Gen.Choose(0, 300)
        select ((decimal)weight, floor, cap);

    // Nobody's least is above an equal share and nobody's most below it, so that the bounds can be kept.
    private static readonly Gen<AllocationPlan> Plans =
        from cents in Gen.OneOf(Gen.Choose(0, 300), Gen.Choose(0, int.MaxValue))
        from some in Gen.NonEmptyListOf(Someone)
        from criteria in Gen.Choose(1, 2)
        select Plan(cents, [.. some], criteria);

    private static readonly Gen<AllocationPlan> OneCriterion = Plans.Select(plan =>
        plan with
        {
            Criteria = [plan.Criteria[0]],
        });

    [Fact]
    public void Allocate_AnyBounds_AreKeptAndAddUp() =>
        Holds(
            Plans,
            plan =>
            {
                AllocationResult result = Allocator.Allocate(plan);
                return result.Shares.Sum(share => share.Amount.Cents) == plan.Amount.Cents
                    && result.Shares.All(share => share.Amount.Cents == share.Parts.Sum(part => part.Amount.Cents))
                    && result
                        .Shares.Zip(plan.Beneficiaries)
                        .All(pair =>
                            pair.First.Amount >= pair.Second.Bounds.Floor
                            && (pair.Second.Bounds.Cap is not { } cap || pair.First.Amount <= cap));
            });

    [Fact]
    public void Allocate_BoundedInAnotherOrder_GetTheSame() =>
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
    public void Allocate_WeightGrownWithinBounds_NeverGetsLess() =>
        Holds(
            from plan in OneCriterion
            from place in Gen.Choose(0, plan.Beneficiaries.Count - 1)
            from more in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 1_000_000))
            select (plan, place, more),
            grown =>
            {
                AllocationPlan more = grown.plan with
                {
                    Beneficiaries =
                    [
                        .. grown.plan.Beneficiaries.Select(
                            (other, i) => i == grown.place ? Heavier(other, grown.more) : other),
                    ],
                };
                return Allocator.Allocate(more).Shares[grown.place].Amount
                    >= Allocator.Allocate(grown.plan).Shares[grown.place].Amount;
            });

    [Fact]
    public void Allocate_EqualWeightsAndBounds_DifferByACentAtMost() =>
        Holds(
            OneCriterion,
            plan =>
            {
                AllocationPlan equal = plan with
                {
                    Beneficiaries =
                    [
                        .. plan.Beneficiaries.Select(
                            (other, i) =>
                                i % 2 == 0
                                    ? other
                                    : other with
                                    {
                                        Indicators = plan.Beneficiaries[0].Indicators,
                                        Bounds = plan.Beneficiaries[0].Bounds,
                                    }),
                    ],
                };
                long[] same =
                [
                    .. Allocator
                        .Allocate(equal)
                        .Shares.Where((_, i) => i == 0 || i % 2 == 1)
                        .Select(share => share.Amount.Cents),
                ];
                return same.Max() - same.Min() <= 1;
            });

    /// <summary>What a division within bounds gave, divided again by itself, stays.</summary>
    [Fact]
    public void Allocate_ItsOwnResultAsWeights_ChangesNothing() =>
        Holds(
            OneCriterion.Where(plan => plan.Amount.Cents > 0),
            plan =>
            {
                Share[] shares = [.. Allocator.Allocate(plan).Shares];
                AllocationPlan again = plan with
                {
                    Beneficiaries =
                    [
                        .. plan.Beneficiaries.Zip(
                            shares,
                            (beneficiary, share) => beneficiary with { Indicators = Values(share.Amount.Cents, 1) }),
                    ],
                };
                return Allocator
                    .Allocate(again)
                    .Shares.Select(share => share.Amount)
                    .SequenceEqual(shares.Select(share => share.Amount));
            });

    /// <summary>
    /// Bounds that nobody is beyond leave everything as it is without them, to the cent and part by part.
    /// </summary>
    [Fact]
    public void Allocate_BoundsOfTheResultItself_ChangeNothing() =>
        Holds(
            Plans,
            plan =>
            {
                AllocationPlan free = plan with
                {
                    Beneficiaries =
                    [
                        .. plan.Beneficiaries.Select(beneficiary => beneficiary with { Bounds = Bounds.None }),
                    ],
                };
                AllocationResult result = Allocator.Allocate(free);
                AllocationPlan tight = free with
                {
                    Beneficiaries =
                    [
                        .. free.Beneficiaries.Zip(
                            result.Shares,
                            (beneficiary, share) =>
                                beneficiary with
                                {
                                    Bounds = new Bounds(share.Amount, null, share.Amount, null),
                                }),
                    ],
                };
                return ByCode(Allocator.Allocate(tight)).SequenceEqual(ByCode(result), StringComparer.Ordinal);
            });

    /// <summary>
    /// Those on no bound have what the criterion gives them of what the others leave: as if the others were not there.
    /// </summary>
    [Fact]
    public void Allocate_ThoseOnNoBound_ShareTheRestInProportion() =>
        Holds(
            OneCriterion,
            plan =>
            {
                AllocationResult result = Allocator.Allocate(plan);
                HashSet<string> free =
                [
                    .. result.Shares.Where(share => share.Parts[0].Indicator == "a").Select(share => share.Code),
                ];
                if (free.Count == 0)
                {
                    return true;
                }

                AllocationPlan rest = plan with
                {
                    Amount = new Money(
                        result.Shares.Where(share => free.Contains(share.Code)).Sum(share => share.Amount.Cents)),
                    Beneficiaries =
                    [
                        .. plan
                            .Beneficiaries.Where(beneficiary => free.Contains(beneficiary.Code))
                            .Select(beneficiary => beneficiary with { Bounds = Bounds.None }),
                    ],
                };
                return Allocator
                    .Allocate(rest)
                    .Shares.All(share =>
                        result.Shares.Single(other => other.Code == share.Code).Amount == share.Amount);
            });

    private static AllocationPlan Plan(long cents, (decimal Weight, int Floor, int Cap)[] some, int criteria) =>
        new(
            new Money(cents),
            [],
            [
                .. some.Select(
                    (one, i) =>
                        new Beneficiary(
                            (900_000 - i).ToString("D6", System.Globalization.CultureInfo.InvariantCulture),
                            "x",
                            Values(one.Weight, (i % 7) + 1))
                        {
                            Bounds = new Bounds(
                                new Money(cents / some.Length * one.Floor / 100),
                                null,
                                one.Cap > 200 ? null : new Money(((cents / some.Length) + 1) * (100 + one.Cap) / 100),
                                null),
                        }),
            ],
            [.. new[] { new Criterion("a", 60), new Criterion("b", 40) }.Take(criteria)]);

    private static Beneficiary Heavier(Beneficiary other, decimal more) =>
        other with
        {
            Indicators = Values(other.Indicators["a"] + more, other.Indicators["b"]),
        };

    private static Dictionary<string, decimal> Values(decimal first, decimal second) =>
        new(StringComparer.Ordinal) { ["a"] = first, ["b"] = second };

    private static void Holds<T>(Gen<T> plans, Func<T, bool> law) =>
        Prop.ForAll(plans.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IEnumerable<string> ByCode(AllocationResult result) =>
        result
            .Shares.Select(share => $"{share.Code} {share.Amount} {string.Join(' ', share.Parts)}")
            .Order(StringComparer.Ordinal);
}
