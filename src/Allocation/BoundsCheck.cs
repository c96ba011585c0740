using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>The mistakes of least and most.</summary>
internal static class BoundsCheck
{
    /// <summary>What is wrong whatever the amounts come to.</summary>
    public static IEnumerable<Mistake> Mistakes(AllocationPlan plan)
    {
        bool divided =
            plan.Criteria.Count > 0 || plan.Lines.Any(line => line is { Kind: LineKind.Difference, IsDivided: true });
        foreach ((Bounds bounds, string path) in Own(plan).Append((plan.Bounds, string.Empty)))
        {
            if (bounds == Bounds.None)
            {
                continue;
            }

            string at = path + (bounds.Floor is not null ? "floor" : bounds.FloorPercent is not null ? "floorPercent"
                : bounds.Cap is not null ? "cap" : "capPercent");
            if (!divided)
            {
                yield return new(
                    at,
                    "Minimi e massimi si rispettano dividendo quello che resta: servono dei criteri, nel piano o "
                        + "nella linea per differenza.");
            }
        }

        for (int i = 0; i < plan.Beneficiaries.Count; i++)
        {
            Bounds bounds = plan.Beneficiaries[i].Bounds.Or(plan.Bounds);
            long low = bounds.Low(plan.Amount, plan.Unit());
            if (bounds.High(plan.Amount, plan.Unit()) is { } high && low > high)
            {
                yield return new(
                    $"beneficiaries[{i}]",
                    $"Il minimo di {plan.Beneficiaries[i].Name} ({new Money(low).ToItalian()} €) supera il suo "
                        + $"massimo ({new Money(high).ToItalian()} €).");
            }
        }
    }

    /// <summary>Whether the bounds can be kept with what there is to divide.</summary>
    public static IEnumerable<Mistake> TotalMistakes(AllocationPlan plan, Divider divider)
    {
        if (plan.Bounds == Bounds.None && plan.Beneficiaries.All(beneficiary => beneficiary.Bounds == Bounds.None))
        {
            yield break;
        }

        IReadOnlyList<Vessel> vessels = divider.Vessels();
        Dictionary<string, int> places = plan.Beneficiaries.Select((beneficiary, i) => (beneficiary.Code, i))
            .ToDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);
        foreach (Vessel beyond in vessels.Where(vessel => vessel.High < 0))
        {
            yield return new($"beneficiaries[{places[beyond.Key]}]",
                $"Le altre linee danno già a {beyond.Key} più del suo massimo, di {Euro(plan, -beyond.High!.Value)} €: "
                + "alzare il massimo o escludere una linea.");
        }

        long left = divider.Lines.Left.Cents / plan.Unit();
        decimal least = vessels.Sum(vessel => (decimal)vessel.Low);
        decimal? most = vessels.All(vessel => vessel.Most is not null)
            ? vessels.Sum(vessel => (decimal)vessel.Most!.Value)
            : null;
        if (least > left)
        {
            yield return new(
                "beneficiaries",
                $"I minimi chiedono {Euro(plan, least)} € e da ripartire ci sono {Euro(plan, left)} €: abbassarne "
                    + $"qualcuno.");
        }
        else if (most < left)
        {
            yield return new(
                "beneficiaries",
                $"I massimi permettono {Euro(plan, most.Value)} € e da ripartire ci sono {Euro(plan, left)} €: "
                    + "alzarne qualcuno, o toglierlo a chi ha un valore maggiore di zero.");
        }
    }

    private static IEnumerable<(Bounds Bounds, string Path)> Own(AllocationPlan plan) =>
        plan.Beneficiaries.Select((beneficiary, i) => (beneficiary.Bounds, $"beneficiaries[{i}]."));

    private static string Euro(AllocationPlan plan, decimal units) =>
        new Money((long)Math.Min(units * plan.Unit(), long.MaxValue)).ToItalian();
}
