using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>
/// Budgets of the Ambito foresee up to three years (flow <c>bilancio-ambito</c>): of a year the latest of each sender
/// counts, whatever funds an earlier one named.
/// </summary>
internal static class Budgets
{
    /// <summary>Fund years of one year, each with the contributions whose forecasts of it count.</summary>
    public static IReadOnlyList<FundState> Counting(IEnumerable<FundState> ofYear)
    {
        FundState[] states = [.. ofYear.Select(Only)];
        Dictionary<string, int> latest = states.SelectMany(state => state.Contributions)
            .GroupBy(one => one.Slot.Sender, StringComparer.Ordinal)
            .ToDictionary(sender => sender.Key, sender => sender.Max(YearOf), StringComparer.Ordinal);
        return
        [
            .. states.Select(state => state with
                {
                    Contributions =
                        [.. state.Contributions.Where(one => YearOf(one) == latest[one.Slot.Sender])],
                })
                .Where(state => state.Contributions.Count > 0),
        ];
    }

    /// <summary>A fund year with what the budgets of that very year foresee.</summary>
    public static FundState OfItsYear(FundState state) => state with
    {
        Contributions = [.. Only(state).Contributions.Where(one => YearOf(one) == state.Fund.Year)],
    };

    /// <summary>The year of a budget, which may be earlier than the one that it foresees.</summary>
    public static int YearOf(Contribution budget) => Period.Parse(budget.Slot.Period).Year;

    private static FundState Only(FundState state) => state with
    {
        Contributions =
            [.. state.Contributions.Where(one => one.Memos.Any(memo => memo.Kind == MemoKind.Budgeted))],
    };
}
