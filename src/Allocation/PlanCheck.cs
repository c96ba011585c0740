using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Allocation;

/// <summary>What a plan must be to be divided.</summary>
public static class PlanCheck
{
    /// <summary>The mistakes of a plan, with their JSON paths and words in Italian; none = it can be divided.</summary>
    public static IEnumerable<ConfigurationError> Mistakes(AllocationPlan plan) =>
        [.. AmountMistakes(plan), .. CodeMistakes(plan), .. plan.Criteria.SelectMany((criterion, i) => CriterionMistakes(plan, criterion, i))];

    private static IEnumerable<ConfigurationError> AmountMistakes(AllocationPlan plan)
    {
        Money taken = Money.Zero;
        for (int i = 0; i < plan.Fixed.Count; i++)
        {
            taken += plan.Fixed[i].Amount;
            if (plan.Fixed[i].Amount < Money.Zero)
            {
                yield return new($"fixed[{i}].amount", "Una quota fissa non può essere negativa.");
            }
        }

        if (plan.Amount < Money.Zero)
        {
            yield return new("amount", "L'importo da ripartire non può essere negativo.");
        }
        else if (taken > plan.Amount)
        {
            yield return new("fixed", $"Le quote fisse ({taken.ToItalian()} €) superano l'importo da ripartire ({plan.Amount.ToItalian()} €), "
                + "dal quale si tolgono per prime: correggere l'importo o le quote.");
        }

        if (plan.Beneficiaries.Count == 0)
        {
            yield return new("beneficiaries", "Serve almeno un beneficiario.");
        }

        if (plan.Criteria.All(criterion => criterion.Weight == 0m))
        {
            yield return new("criteria", "Serve almeno un criterio con un peso maggiore di zero.");
        }
    }

    private static IEnumerable<ConfigurationError> CodeMistakes(AllocationPlan plan)
    {
        IEnumerable<(string Code, string Path)> codes =
        [
            .. plan.Fixed.Select((line, i) => (line.Line, $"fixed[{i}].line")),
            .. plan.Beneficiaries.Select((beneficiary, i) => (beneficiary.Code, $"beneficiaries[{i}].code")),
        ];
        IEnumerable<(string Code, string Path)> indicators = plan.Criteria.Select((criterion, i) => (criterion.Indicator, $"criteria[{i}].indicator"));
        return Repeated(codes).Concat(Repeated(indicators));
    }

    private static IEnumerable<ConfigurationError> CriterionMistakes(AllocationPlan plan, Criterion criterion, int place)
    {
        if (criterion.Weight < 0m)
        {
            yield return new($"criteria[{place}].weight", "Un peso non può essere negativo.");
        }

        decimal largest = 0m;
        for (int i = 0; i < plan.Beneficiaries.Count; i++)
        {
            string path = $"beneficiaries[{i}].indicators.{criterion.Indicator}";
            if (!plan.Beneficiaries[i].Indicators.TryGetValue(criterion.Indicator, out decimal value))
            {
                yield return new(path, $"Manca il valore di «{criterion.Indicator}» per {plan.Beneficiaries[i].Name}: un valore che manca non è zero.");
            }
            else if (value < 0m)
            {
                yield return new(path, "Un indicatore non può essere negativo.");
            }

            largest = Math.Max(largest, value);
        }

        if (criterion.Weight > 0m && plan.Beneficiaries.Count > 0 && largest == 0m)
        {
            yield return new($"criteria[{place}]", $"«{criterion.Indicator}» è zero per tutti i beneficiari: non si può ripartire in proporzione.");
        }
    }

    private static IEnumerable<ConfigurationError> Repeated(IEnumerable<(string Code, string Path)> codes) =>
        codes.GroupBy(item => item.Code, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1))
            .Select(item => new ConfigurationError(item.Path, $"«{item.Code}» compare due volte: lasciarne una."));
}
