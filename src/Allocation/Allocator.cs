using PianoZona.Contracts;
using PianoZona.Contracts.Text;

namespace PianoZona.Allocation;

/// <summary>The riparto: a pure function of its plan.</summary>
public static class Allocator
{
    /// <summary>The rule used, as it is stored with every result.</summary>
    public const string Method = "resti maggiori; a parità di resto, codice minore";

    private const string WholeEuro = "; quote in euro interi";
    private const string WithinBounds =
        "; chi è oltre il minimo o il massimo riceve quello, e il resto si ripartisce fra gli altri";

    /// <summary>
    /// Divides the amount of a plan. Fixed amounts and quotas come first out of it, then percentages; a line by
    /// difference, or the criteria of the plan, take what is left. The portion of each criterion is divided over the
    /// beneficiaries by its indicator, by largest remainder; who would be beyond a bound gets the bound. The shares add
    /// up to the amount to the cent.
    /// </summary>
    /// <exception cref="ArgumentException">The plan has mistakes: see <see cref="PlanCheck"/>.</exception>
    public static AllocationResult Allocate(AllocationPlan plan)
    {
        if (PlanCheck.Mistakes(plan).FirstOrDefault() is { } mistake)
        {
            throw new ArgumentException(mistake.ToString(), nameof(plan));
        }

        LineAmounts lines = LineAmounts.Of(plan);
        Divider divider = new(plan, lines);
        IReadOnlyList<IReadOnlyList<SharePart>> parts = divider.Divide();
        List<Share> shares =
        [
            .. lines
                .Lines.Zip(lines.Amounts)
                .Where(line => !line.First.IsDivided)
                .Select(line => ShareOf(plan, line.First, line.Second)),
        ];
        shares.AddRange(
            divider
                .Participants.Zip(parts)
                .Where(pair => pair.Second.Count > 0)
                .Select(pair => ShareOf(plan, pair.First.Code, pair.First.Name, pair.First.Body, pair.Second)));
        return new AllocationResult(
            shares,
            plan.Amount,
            Method + (plan.WholeEuro ? WholeEuro : null) + (divider.BoundsHold ? WithinBounds : null))
        {
            Lines = [.. lines.Lines.Zip(lines.Amounts, Describe)],
            IndicatorBases = plan.IndicatorBases,
            WithoutShare = [.. WithoutShare(plan, divider.Participants, parts)],
            IsCompared = plan.Previous is not null,
            Gone =
            [
                .. (plan.Previous ?? new Dictionary<string, Money>(StringComparer.Ordinal))
                    .Where(pair => !shares.Exists(share => share.Code == pair.Key))
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => (pair.Key, pair.Value)),
            ],
        };
    }

    private static Share ShareOf(AllocationPlan plan, PlanLine line, Money amount)
    {
        string part = line.Kind switch
        {
            LineKind.Percent => PartNames.Percent,
            LineKind.Difference => PartNames.Difference,
            _ => PartNames.Fixed,
        };
        return ShareOf(plan, line.Name, line.Name, line.Body, [new SharePart(part, amount)]);
    }

    private static Share ShareOf(
        AllocationPlan plan, string code, string name, string? body, IReadOnlyList<SharePart> parts) =>
        new(code, name, parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount), parts)
        {
            Body = body,
            Previous = plan.Previous is { } previous && previous.TryGetValue(code, out Money before) ? before : null,
        };

    private static LineAmount Describe(PlanLine line, Money amount) =>
        new(line.Name.Length == 0 ? null : line.Name, amount, line.Criteria)
        {
            Rule = line.Kind switch
            {
                LineKind.Percent => string.Create(Italian.Culture, $"{line.Value:0.##########}%"),
                LineKind.PerCapita => string.Create(Italian.Culture, $"{line.Value:0.00########} € × {line.Indicator}"),
                LineKind.Each => string.Create(Italian.Culture, $"{line.Value:N2} € ciascuno"),
                LineKind.Difference => PartNames.Difference,
                _ => null,
            },
        };

    private static IEnumerable<NoShare> WithoutShare(
        AllocationPlan plan, IReadOnlyList<Beneficiary> participants, IReadOnlyList<IReadOnlyList<SharePart>> parts)
    {
        foreach (Beneficiary beneficiary in plan.Beneficiaries)
        {
            int place = participants.TakeWhile(other => other.Code != beneficiary.Code).Count();
            if (place == participants.Count)
            {
                string missing = string.Join(", ", plan.Missing(beneficiary).Select(indicator => $"«{indicator}»"));
                yield return new NoShare(
                    beneficiary.Code,
                    beneficiary.Name,
                    $"l'unità non ha comunicato {missing}: un dato che manca non è zero.");
            }
            else if (parts[place].Count == 0)
            {
                yield return new NoShare(
                    beneficiary.Code, beneficiary.Name, "non ha delegato nessuna delle linee ripartite.");
            }
        }
    }
}
