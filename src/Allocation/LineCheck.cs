using PianoZona.Contracts;
using PianoZona.Contracts.Text;

namespace PianoZona.Allocation;

/// <summary>The mistakes of the lines of a plan.</summary>
internal static class LineCheck
{
    public static IEnumerable<Mistake> Mistakes(AllocationPlan plan) =>
        [.. plan.Lines.SelectMany((line, i) => LineMistakes(plan, line, i)), .. Together(plan)];

    private static IEnumerable<Mistake> LineMistakes(AllocationPlan plan, PlanLine line, int place)
    {
        if (line.Value < 0m)
        {
            yield return new($"lines[{place}]", "Una linea non può avere un valore negativo.");
        }

        if (line.IsQuota && line.Criteria.Count > 0)
        {
            yield return new(
                $"lines[{place}].criteria",
                "Una quota è già divisa: togliere i criteri, o scrivere l'importo della linea.");
        }

        if (line.Kind == LineKind.PerCapita
            && !plan.IndicatorBases.Any(known =>
                known.Indicator == line.Indicator && (known.Year ?? known.Date?.Year) is not null))
        {
            yield return new($"lines[{place}].perCapita",
                $"Di «{line.Indicator}» non si sa la base: aggiungere in «bases» l'anno o la data, e la fonte. "
                + "Una quota per abitante vale soltanto con la popolazione su cui è calcolata.");
        }

        if (line.IsQuota
            && plan.Participants().Any(beneficiary => plan.ExactQuotaOf(beneficiary, line) > PlanValues.LargestAmount))
        {
            yield return new(
                $"lines[{place}]",
                $"Le quote di «{line.Name}» superano ogni importo possibile: controllare la quota e «{line.Indicator}»."
            );
        }

        if (line.IsDivided && plan.Beneficiaries.Count > 0 && !plan.Participants().Any(line.Shares))
        {
            yield return new(
                $"lines[{place}]", $"Nessun beneficiario partecipa alla linea «{line.Name}»: è esclusa per tutti.");
        }
    }

    private static IEnumerable<Mistake> Together(AllocationPlan plan)
    {
        int[] differences =
        [
            .. Enumerable.Range(0, plan.Lines.Count).Where(i => plan.Lines[i].Kind == LineKind.Difference),
        ];
        foreach (int second in differences.Skip(1))
        {
            yield return new(
                $"lines[{second}].difference",
                "La linea per differenza è una sola: quello che resta non si può dare due volte.");
        }

        if (differences.Length > 0 && plan.Criteria.Count > 0)
        {
            yield return new(
                "criteria",
                "Quello che resta va alla linea per differenza: spostare i criteri in quella linea, o togliere la "
                    + "linea.");
        }

        decimal percent = plan.Lines.Where(line => line.Kind == LineKind.Percent).Sum(line => line.Value);
        if (percent > 100m)
        {
            yield return new(
                "lines",
                string.Create(
                    Italian.Culture, $"Le percentuali delle linee sommano a {percent:0.##########}: più di 100."));
        }
    }
}
