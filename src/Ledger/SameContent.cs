using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Ledger;

/// <summary>
/// Whether two say the same: lists and row sets compare by what they hold, not by which object they are.
/// </summary>
internal static class SameContent
{
    private static readonly RowSet NoRows = new();

    public static IEqualityComparer<Contribution> OfContributions { get; } = EqualityComparer<Contribution>.Create(
        (one, other) => (one!.Slot, one.Sequence, one.ReceiptId) == (other!.Slot, other.Sequence, other.ReceiptId)
            && one.Entries.Select(Content).SequenceEqual(other.Entries.Select(Content))
            && one.Documents.Select(Content).SequenceEqual(other.Documents.Select(Content))
            && one.Memos.Select(Content).SequenceEqual(other.Memos.Select(Content)),
        contribution => contribution.Slot.GetHashCode());

    public static IEqualityComparer<Discrepancy> OfDiscrepancies { get; } = EqualityComparer<Discrepancy>.Create(
        (one, other) => one! with { Evidence = [] } == other! with { Evidence = [] }
            && one.Evidence.SequenceEqual(other.Evidence),
        discrepancy => discrepancy.Text.GetHashCode(StringComparison.Ordinal));

    private static (LedgerEntry, string) Content(LedgerEntry entry) =>
        (entry with { Rows = NoRows }, entry.Rows.ToString());

    private static (Memo, string) Content(Memo memo) => (memo with { Rows = NoRows }, memo.Rows.ToString());

    private static (DocumentClaim, string) Content(DocumentClaim claim) =>
        (claim with { Rows = NoRows }, claim.Rows.ToString());
}
