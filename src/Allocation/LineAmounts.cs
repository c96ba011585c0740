using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>What every line of a plan comes to.</summary>
/// <param name="Amounts">Their amounts, in the same order; those by difference have what is left.</param>
/// <param name="Left">
/// What is left for the lines by difference; negative when the others take more than there is.
/// </param>
internal sealed record LineAmounts(IReadOnlyList<PlanLine> Lines, IReadOnlyList<Money> Amounts, Money Left)
{
    // Before every name: at equal remainders a line with a name comes first.
    private const string KeyOfTheRest = "\uFFFF";

    /// <summary>The amounts of a plan that has no mistakes in itself.</summary>
    public static LineAmounts Of(AllocationPlan plan)
    {
        IReadOnlyList<PlanLine> lines = plan.AllLines();
        Money[] amounts = [.. lines.Select(line => Stated(plan, line))];
        Money taken = Sum(amounts);
        Money whole = plan.PercentOfRest ? plan.Amount - taken : plan.Amount;
        int[] percentages = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].Kind == LineKind.Percent)];
        if (percentages.Length > 0 && whole >= Money.Zero)
        {
            decimal rest = 100m - percentages.Sum(i => lines[i].Value);
            IReadOnlyList<Money> shares = LargestRemainder.Divide(
                whole,
                [
                    .. percentages.Select(i => (lines[i].Name, LargestRemainder.Whole(lines[i].Value))),
                    (KeyOfTheRest, LargestRemainder.Whole(rest)),
                ],
                plan.Unit());
            for (int i = 0; i < percentages.Length; i++)
            {
                amounts[percentages[i]] = shares[i];
            }
        }

        Money left = plan.Amount - Sum(amounts);
        return new LineAmounts(
            lines, [.. amounts.Select((amount, i) => lines[i].Kind == LineKind.Difference ? left : amount)], left);
    }

    /// <summary>What the lines with an amount or a quota come to.</summary>
    public static Money StatedTotal(AllocationPlan plan) => Sum(plan.AllLines().Select(line => Stated(plan, line)));

    private static Money Stated(AllocationPlan plan, PlanLine line) => line.IsQuota
        ? Sum(plan.Participants().Where(line.Shares).Select(beneficiary => plan.QuotaOf(beneficiary, line)))
        : line.Kind == LineKind.Amount ? Money.FromEuro(line.Value) : Money.Zero;

    private static Money Sum(IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
