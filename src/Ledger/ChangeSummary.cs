using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger;

/// <summary>What an upload changed against the one it replaced, fund year by fund year and kind by kind.</summary>
/// <param name="Changes">The figures that differ in amount or in number of rows, by fund, year and kind.</param>
/// <param name="RowsBefore">Rows of the earlier upload; null when there was none.</param>
/// <param name="RowsAfter">Rows of this upload.</param>
public sealed record ChangeSummary(IReadOnlyList<FundChange> Changes, int? RowsBefore, int RowsAfter)
{
    /// <summary>What differs closer than by fund years, kinds and sums.</summary>
    public required ChangeDetail Detail { get; init; }

    /// <summary>Compares two postings of one slot.</summary>
    /// <param name="old">What was in force; null when nothing was.</param>
    /// <param name="next">What came into force.</param>
    /// <exception cref="ArgumentException">They are of different slots.</exception>
    public static ChangeSummary Between(Posting? old, Posting next)
    {
        if (old is not null && old.Slot != next.Slot)
        {
            throw new ArgumentException("The postings are of different slots.", nameof(old));
        }

        Dictionary<(FundKey Fund, EntryKind Kind), Figure> before = Figures(old?.Entries ?? []);
        Dictionary<(FundKey Fund, EntryKind Kind), Figure> after = Figures(next.Entries);
        IEnumerable<FundChange> changes = before.Keys.Union(after.Keys)
            .OrderBy(key => key.Fund)
            .ThenBy(key => key.Kind)
            .Select(key => Change(key.Fund, key.Kind, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(change => change.Before != change.After || change.RowsBefore != change.RowsAfter);
        return new ChangeSummary([.. changes], old?.Rows, next.Rows)
        {
            Detail = ChangeDetail.Between(old, next),
        };
    }

    private static FundChange Change(FundKey fund, EntryKind kind, Figure? before, Figure? after) =>
        new(fund, kind, before?.Amount, after?.Amount, before?.Rows ?? 0, after?.Rows ?? 0);

    private static Dictionary<(FundKey Fund, EntryKind Kind), Figure> Figures(IEnumerable<LedgerEntry> entries) =>
        entries
            .GroupBy(entry => (entry.Fund, entry.Kind))
            .ToDictionary(
                group => group.Key,
                group => new Figure(
                    group.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount),
                    RowSet.Union(group.Select(entry => entry.Rows)).Count));

    private sealed record Figure(Money Amount, int Rows);
}

/// <summary>
/// A figure of a fund year before and after. An amount without value was, or is, not reported: that is not zero.
/// </summary>
/// <param name="Fund">Fund and year.</param>
/// <param name="Kind">The kind of movement.</param>
/// <param name="Before">Its sum before.</param>
/// <param name="After">Its sum after.</param>
/// <param name="RowsBefore">How many rows it came from.</param>
/// <param name="RowsAfter">How many rows it comes from.</param>
public sealed record FundChange(
    FundKey Fund, EntryKind Kind, Money? Before, Money? After, int RowsBefore, int RowsAfter)
{
    /// <summary>What it grew by: the sum of the reversal and the new movements.</summary>
    public Money Difference => (After ?? Money.Zero) - (Before ?? Money.Zero);
}
