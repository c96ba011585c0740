using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>The mistakes of the criteria, and of the values that they need.</summary>
internal static class CriterionCheck
{
    public static IEnumerable<Mistake> Mistakes(AllocationPlan plan)
    {
        PlanLine? rest = plan.AllLines().FirstOrDefault(line => line.Name.Length == 0);
        if (plan.Lines.Count == 0 && plan.Criteria.Count == 0)
        {
            yield return NoWeight("criteria");
        }

        IEnumerable<(PlanLine Line, string Path)> divided =
        [
            .. rest is null ? [] : new[] { (rest, "criteria") },
            .. plan.Lines.Select((line, i) => (line, $"lines[{i}].criteria")),
        ];
        foreach ((PlanLine line, string path) in divided)
        {
            foreach (Mistake mistake in CriteriaMistakes(plan, line, path))
            {
                yield return mistake;
            }
        }

        foreach (Mistake mistake in ValueMistakes(plan))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<Mistake> CriteriaMistakes(AllocationPlan plan, PlanLine line, string path)
    {
        if (line.Criteria.Count > 0 && line.Criteria.All(criterion => criterion.Weight == 0m))
        {
            yield return NoWeight(path);
        }

        for (int i = 0; i < line.Criteria.Count; i++)
        {
            Criterion criterion = line.Criteria[i];
            if (criterion.Weight < 0m)
            {
                yield return new($"{path}[{i}].weight", "Un peso non può essere negativo.");
            }

            Beneficiary[] sharing = [.. plan.Participants().Where(line.Shares)];
            if (criterion.Weight > 0m
                && sharing.Length > 0
                && sharing.All(beneficiary => plan.WeightOf(beneficiary, criterion).IsZero))
            {
                yield return new(
                    $"{path}[{i}]",
                    $"«{criterion.Label}» è zero per tutti i beneficiari: non si può ripartire in proporzione.");
            }
        }
    }

    private static IEnumerable<Mistake> ValueMistakes(AllocationPlan plan)
    {
        for (int i = 0; i < plan.Beneficiaries.Count; i++)
        {
            Beneficiary beneficiary = plan.Beneficiaries[i];
            foreach (string indicator in beneficiary.IsUnit ? [] : plan.Missing(beneficiary))
            {
                yield return new($"beneficiaries[{i}].indicators.{indicator}",
                    $"Manca il valore di «{indicator}» per {beneficiary.Name}: un valore che manca non è zero.");
            }

            foreach ((string indicator, decimal value) in beneficiary.Indicators.Where(pair => pair.Value < 0m))
            {
                yield return new(
                    $"beneficiaries[{i}].indicators.{indicator}", "Un indicatore non può essere negativo.");
            }
        }
    }

    private static Mistake NoWeight(string path) => new(path, "Serve almeno un criterio con un peso maggiore di zero.");
}
