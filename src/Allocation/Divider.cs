using System.Numerics;
using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>Divides the lines of a plan among its beneficiaries.</summary>
internal sealed class Divider
{
    private readonly AllocationPlan plan;
    private readonly IReadOnlyList<SharePart>[][] parts;
    private readonly Dictionary<Criterion, BigInteger> sums = [];

    /// <summary>Divides every line but the last one, the one by difference.</summary>
    /// <param name="plan">A plan without mistakes, but for bounds that cannot be kept.</param>
    public Divider(AllocationPlan plan, LineAmounts lines)
    {
        (this.plan, Lines, Participants) = (plan, lines, plan.Participants());
        IReadOnlyList<SharePart>[] none = [.. Participants.Select(_ => Array.Empty<SharePart>())];
        parts = [.. lines.Lines.Zip(lines.Amounts, (line, amount) => line.IsDivided ? PartsOf(line, amount) : none)];
        Rest = Enumerable
            .Range(0, lines.Lines.Count)
            .FirstOrDefault(i => lines.Lines[i] is { Kind: LineKind.Difference, IsDivided: true }, -1);
    }

    public LineAmounts Lines { get; }

    /// <summary>Among whom.</summary>
    public IReadOnlyList<Beneficiary> Participants { get; }

    /// <summary>Place of the line by difference that is divided; -1 = there is none.</summary>
    private int Rest { get; }

    /// <summary>Whether the bounds changed the division.</summary>
    public bool BoundsHold { get; private set; }

    /// <summary>What is left of the bounds of each participant after the other lines.</summary>
    public IReadOnlyList<Vessel> Vessels()
    {
        PlanLine line = Lines.Lines[Rest];
        return [.. Participants.Select((beneficiary, i) => VesselOf(line, beneficiary, i))];
    }

    /// <summary>The parts of each participant, line by line, within the bounds.</summary>
    public IReadOnlyList<IReadOnlyList<SharePart>> Divide()
    {
        if (Rest >= 0 && Participants.Any(beneficiary => beneficiary.Bounds.Or(plan.Bounds) != Bounds.None))
        {
            IReadOnlyList<Vessel> vessels = Vessels();
            long[] units = [.. parts[Rest].Select(part => Units(Sum(part)))];
            BoundsHold = vessels.Zip(units).Any(pair => pair.Second < pair.First.Low || pair.Second > pair.First.High);
            if (BoundsHold)
            {
                parts[Rest] = Filled(vessels);
            }
        }

        return [.. Participants.Select((_, i) => parts.SelectMany(line => line[i]).ToArray())];
    }

    private Vessel VesselOf(PlanLine line, Beneficiary beneficiary, int place)
    {
        Bounds bounds = beneficiary.Bounds.Or(plan.Bounds);
        long given = Enumerable.Range(0, parts.Length).Where(i => i != Rest).Sum(i => Sum(parts[i][place]).Cents);
        long low = Math.Max(0, bounds.Low(plan.Amount, plan.Unit()) - given);
        long? high = bounds.High(plan.Amount, plan.Unit()) - given;
        return line.Shares(beneficiary)
            ? new Vessel(beneficiary.Code, Effective(line, beneficiary), low / plan.Unit(), high / plan.Unit())
            : new Vessel(beneficiary.Code, BigInteger.Zero, 0, 0);
    }

    // Each criterion in proportion to its weight, on one denominator for all: the product of the sums of the criteria.
    private BigInteger Effective(PlanLine line, Beneficiary beneficiary) =>
        ByCriterion(line, beneficiary).Aggregate(BigInteger.Zero, (sum, criterion) => sum + criterion.Weight);

    private IEnumerable<(string Key, BigInteger Weight)> ByCriterion(PlanLine line, Beneficiary beneficiary)
    {
        Criterion[] weighing = [.. line.Criteria.Where(criterion => criterion.Weight > 0m)];
        return weighing.Select(criterion =>
            (
                criterion.Label,
                weighing
                    .Where(other => other != criterion)
                    .Aggregate(
                        LargestRemainder.Whole(criterion.Weight) * plan.WeightOf(beneficiary, criterion),
                        (product, other) => product * SumOf(line, other))));
    }

    // Only the rest is divided within bounds, so a criterion has one sum.
    private BigInteger SumOf(PlanLine line, Criterion criterion)
    {
        if (!sums.TryGetValue(criterion, out BigInteger sum))
        {
            sum = Participants
                .Where(line.Shares)
                .Aggregate(BigInteger.Zero, (all, other) => all + plan.WeightOf(other, criterion));
            sums[criterion] = sum;
        }

        return sum;
    }

    private IReadOnlyList<SharePart>[] Filled(IReadOnlyList<Vessel> vessels)
    {
        PlanLine line = Lines.Lines[Rest];
        return
        [
            .. WaterFilling
                .Fill(Units(Lines.Amounts[Rest]), vessels)
                .Select((filled, i) => FilledParts(line, i, vessels[i], filled)),
        ];
    }

    private IReadOnlyList<SharePart> FilledParts(
        PlanLine line, int place, Vessel vessel, (long Units, BoundReached Reached) filled)
    {
        Money amount = new(filled.Units * plan.Unit());
        if (!line.Shares(Participants[place]))
        {
            return [];
        }

        if (filled.Reached == BoundReached.High
            || (filled.Reached == BoundReached.Low && (vessel.Low > 0 || !vessel.Weight.IsZero)))
        {
            return [Part(line, filled.Reached == BoundReached.Low ? PartNames.Floor : PartNames.Cap, amount)];
        }

        (string Key, BigInteger Weight)[] weights = [.. ByCriterion(line, Participants[place])];
        IReadOnlyList<Money> amounts = vessel.Weight.IsZero
            ? [.. weights.Select(_ => Money.Zero)]
            : LargestRemainder.Divide(amount, weights, plan.Unit());
        return [.. weights.Zip(amounts, (weight, part) => Part(line, weight.Key, part))];
    }

    private IReadOnlyList<SharePart>[] PartsOf(PlanLine line, Money amount)
    {
        if (line.IsQuota)
        {
            string name = line.Kind == LineKind.Each ? PartNames.Fixed : PartNames.PerCapita;
            return [.. Participants.Select(beneficiary => line.Shares(beneficiary)
                ? new[] { Part(line, name, plan.QuotaOf(beneficiary, line)) }
                : [])];
        }

        IReadOnlyList<Money> portions = LargestRemainder.Divide(
            amount,
            [.. line.Criteria.Select(criterion => (criterion.Label, LargestRemainder.Whole(criterion.Weight)))],
            plan.Unit());
        Dictionary<string, Money>[] shares =
        [
            .. line.Criteria.Zip(portions, (criterion, portion) => Portion(line, criterion, portion)),
        ];
        return
        [
            .. Participants.Select(beneficiary =>
                line.Shares(beneficiary)
                    ? line
                        .Criteria.Select((criterion, c) => Part(line, criterion.Label, shares[c][beneficiary.Code]))
                        .ToArray()
                    : []),
        ];
    }

    // A criterion without weight has nothing to divide, even when its indicator is zero for everyone.
    private Dictionary<string, Money> Portion(PlanLine line, Criterion criterion, Money portion)
    {
        Beneficiary[] sharing = [.. Participants.Where(line.Shares)];
        IReadOnlyList<Money> amounts =
            criterion.Weight == 0m
                ? [.. sharing.Select(_ => Money.Zero)]
                : LargestRemainder.Divide(
                    portion,
                    [.. sharing.Select(beneficiary => (beneficiary.Code, plan.WeightOf(beneficiary, criterion)))],
                    plan.Unit());
        return sharing.Zip(amounts).ToDictionary(pair => pair.First.Code, pair => pair.Second, StringComparer.Ordinal);
    }

    private static SharePart Part(PlanLine line, string name, Money amount) =>
        new(name, amount) { Line = line.Name.Length == 0 ? null : line.Name };

    private long Units(Money amount) => amount.Cents / plan.Unit();

    private static Money Sum(IEnumerable<SharePart> parts) =>
        parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount);
}
