using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Checks;

namespace PianoZona.Reconciliation;

/// <summary>
/// The movements of a fund year as they count. Every upload posts what its rows say, and that stays; but a request of
/// the B2 measure that is told again in a later quarter counts once, as it was told last. What it was told before is
/// taken back by a reversal (<i>storno</i>), which is derived here whenever it is needed and posted nowhere.
/// </summary>
public static class CountedEntries
{
    /// <summary>The movements and the reversals: what balances add up.</summary>
    public static IEnumerable<LedgerEntry> Of(FundState state) =>
        state
            .Contributions.SelectMany(contribution => contribution.Entries)
            .Concat(Reversals(state).Select(reversal => reversal.Entry));

    /// <summary>What was told again later, upload by upload, in the order of the uploads.</summary>
    public static IReadOnlyList<Reversal> Reversals(FundState state)
    {
        IReadOnlyList<CareRequest> told = CareRequests.Told(state);
        return
        [
            .. told
                .GroupBy(CareRequests.KeyOf, StringComparer.Ordinal)
                .Where(request => request.Key is not null)
                .SelectMany(request => request.SkipLast(1).Select(earlier => ReversalOf(earlier, request.Last())))
                .OfType<Reversal>()
                .OrderBy(reversal => CareRequests.OrderOf(reversal.Of))
                .ThenBy(reversal => reversal.Entry.Rows.Ranges[0].First),
        ];
    }

    // Null: it delivered nothing.
    private static Reversal? ReversalOf(CareRequest earlier, CareRequest last)
    {
        int row = earlier.Memo.Rows.Ranges[0].First;
        return CareRequests.IsFunded(earlier.Memo) && earlier.Memo.Amount is { } amount
            && earlier.Of.Entries.FirstOrDefault(entry =>
                entry.Kind == EntryKind.Delivered && entry.Beneficiary == earlier.Memo.Body && entry.Rows.Contains(row))
                is { } entry
            ? new Reversal(earlier.Of, entry with { Amount = -amount, Rows = earlier.Memo.Rows }, last.Of.ReceiptId)
            : null;
    }
}

/// <summary>A movement that does not count any more.</summary>
/// <param name="Of">The contribution whose rows it takes back.</param>
/// <param name="Entry">The movement, with the opposite sign, and its rows.</param>
/// <param name="ToldAgainIn">The upload whose telling counts.</param>
public sealed record Reversal(Contribution Of, LedgerEntry Entry, string ToldAgainIn);
