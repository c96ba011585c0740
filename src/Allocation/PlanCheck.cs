using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>What a plan must be to be divided.</summary>
public static class PlanCheck
{
    /// <summary>The mistakes of a plan, with their JSON paths and words in Italian; none = it can be divided.</summary>
    public static IEnumerable<Mistake> Mistakes(AllocationPlan plan)
    {
        Mistake[] inItself =
        [
            .. AmountMistakes(plan), .. WholeEuroMistakes(plan), .. BeneficiaryMistakes(plan), .. CodeMistakes(plan),
            .. LineCheck.Mistakes(plan), .. CriterionCheck.Mistakes(plan), .. BoundsCheck.Mistakes(plan),
        ];

        // Only the lines of a plan that is sound in itself can be added up.
        return inItself.Length > 0 ? inItself : [.. TotalMistakes(plan)];
    }

    private static IEnumerable<Mistake> AmountMistakes(AllocationPlan plan)
    {
        for (int i = 0; i < plan.Fixed.Count; i++)
        {
            if (plan.Fixed[i].Amount < Money.Zero)
            {
                yield return new($"fixed[{i}].amount", "Una quota fissa non può essere negativa.");
            }
        }

        if (plan.Amount < Money.Zero)
        {
            yield return new("amount", "L'importo da ripartire non può essere negativo.");
        }
    }

    private static IEnumerable<Mistake> WholeEuroMistakes(AllocationPlan plan)
    {
        if (!plan.WholeEuro)
        {
            yield break;
        }

        const string Message = "Con «rounding» all'euro serve un importo senza centesimi.";
        if (plan.Amount.Cents % 100 != 0)
        {
            yield return new("amount", Message);
        }

        for (int i = 0; i < plan.Fixed.Count; i++)
        {
            if (plan.Fixed[i].Amount.Cents % 100 != 0)
            {
                yield return new($"fixed[{i}].amount", Message);
            }
        }

        for (int i = 0; i < plan.Lines.Count; i++)
        {
            if (plan.Lines[i] is { Kind: LineKind.Amount, Value: decimal value } && value != decimal.Truncate(value))
            {
                yield return new($"lines[{i}].amount", Message);
            }
        }
    }

    private static IEnumerable<Mistake> BeneficiaryMistakes(AllocationPlan plan)
    {
        bool divides = plan.Criteria.Count > 0 || plan.Lines.Any(line => line.IsDivided);
        if (plan.Beneficiaries.Count == 0 && (divides || plan.Lines.Count == 0))
        {
            yield return new("beneficiaries", "Serve almeno un beneficiario.");
        }
        else if (plan.Beneficiaries.Count > 0 && plan.Participants().Count == 0)
        {
            yield return new("units", "Nessuna unità ha comunicato i dati del riparto: non c'è fra chi ripartire.");
        }
        else if (plan.Beneficiaries.Count > 0 && !divides && plan.Lines.Count > 0)
        {
            yield return new(
                "beneficiaries",
                "Nessuna linea è ripartita fra i beneficiari: servono dei criteri, nel piano o in una linea.");
        }

        HashSet<string> lines = new(
            plan.Lines.Where(line => line.IsDivided).Select(line => line.Name), StringComparer.Ordinal);
        for (int i = 0; i < plan.Beneficiaries.Count; i++)
        {
            foreach (string unknown in plan.Beneficiaries[i].Excluded.Where(name => !lines.Contains(name)))
            {
                yield return new(
                    $"beneficiaries[{i}].excluded",
                    $"«{unknown}» non è una linea ripartita fra i beneficiari. Lo sono: {(lines.Count == 0 ? "nessuna" : string.Join(", ", lines))}."
                );
            }
        }
    }

    private static IEnumerable<Mistake> CodeMistakes(AllocationPlan plan)
    {
        IEnumerable<(string Code, string Path)> codes =
        [
            .. plan.Fixed.Select((line, i) => (line.Line, $"fixed[{i}].line")),
            .. plan.Lines.Select((line, i) => (line.Name, $"lines[{i}].line")),
            .. plan.Beneficiaries.Select((beneficiary, i) => (beneficiary.Code, $"beneficiaries[{i}].code")),
        ];
        return Repeated(codes)
            .Concat(Repeated(plan.Criteria.Select((criterion, i) => (criterion.Label, $"criteria[{i}].indicator"))))
            .Concat(
                plan.Lines.SelectMany(
                    (line, l) =>
                        Repeated(
                            line.Criteria.Select(
                                (criterion, i) => (criterion.Label, $"lines[{l}].criteria[{i}].indicator")))));
    }

    private static IEnumerable<Mistake> Repeated(IEnumerable<(string Code, string Path)> codes) =>
        codes.GroupBy(item => item.Code, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1))
            .Select(item => new Mistake(item.Path, $"«{item.Code}» compare due volte: lasciarne una."));

    private static IEnumerable<Mistake> TotalMistakes(AllocationPlan plan)
    {
        Money taken = plan.Fixed.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        LineAmounts lines = LineAmounts.Of(plan);
        if (taken > plan.Amount)
        {
            yield return new(
                "fixed",
                $"Le quote fisse ({taken.ToItalian()} €) superano l'importo da ripartire ({plan.Amount.ToItalian()} "
                    + $"€), "
                    + "dal quale si tolgono per prime: correggere l'importo o le quote.");
        }
        else if (lines.Left < Money.Zero)
        {
            yield return new(
                "lines",
                $"Le linee ({(plan.Amount - lines.Left).ToItalian()} €) superano l'importo da ripartire "
                    + $"({plan.Amount.ToItalian()} €) di {(-lines.Left).ToItalian()} €: correggere l'importo o le "
                        + $"linee.");
        }
        else if (lines.Left > Money.Zero && !lines.Lines.Any(line => line.Kind == LineKind.Difference))
        {
            yield return new(
                "lines",
                $"Le linee ({(plan.Amount - lines.Left).ToItalian()} €) lasciano {lines.Left.ToItalian()} € "
                    + $"dell'importo ({plan.Amount.ToItalian()} €) senza destinazione: correggere l'importo, "
                    + "o aggiungere una linea per differenza o dei criteri.");
        }
        else
        {
            foreach (Mistake mistake in BoundsCheck.TotalMistakes(plan, new Divider(plan, lines)))
            {
                yield return mistake;
            }
        }
    }
}
