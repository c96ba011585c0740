using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Reconciliation;

/// <summary>What one slot contributes to one fund year.</summary>
/// <param name="Sequence">Of the posting in force when it was read.</param>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Entries">Its entries on this fund year only.</param>
public sealed record Contribution(UploadSlot Slot, long Sequence, string ReceiptId, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The documents that its rows charge to this fund year.</summary>
    public IReadOnlyList<DocumentClaim> Documents { get; init; } = [];

    /// <summary>Its memorandum figures on this fund year.</summary>
    public IReadOnlyList<Memo> Memos { get; init; } = [];
}

/// <summary>
/// Everything known of one fund year: derived from the ledger, kept so that an update costs the key touched and not the
/// archive.
/// </summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Fund">Fund and year.</param>
/// <param name="Version">Opaque; null when nothing is stored yet.</param>
/// <param name="Contributions">By slot.</param>
/// <param name="Balances">The whole Ambito first, then bodies by code.</param>
/// <param name="Discrepancies">What does not agree.</param>
public sealed record FundState(
    string Ambito,
    FundKey Fund,
    string? Version,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<Balance> Balances,
    IReadOnlyList<Discrepancy> Discrepancies)
{
    /// <summary>How sure the sum of a kind is (<see cref="AmountQualifier"/>); null = exact.</summary>
    public string? QualifierOf(EntryKind kind) =>
        AmountQualifier.OfSum(
            Contributions
                .SelectMany(contribution => contribution.Entries)
                .Where(entry => entry.Kind == kind)
                .Select(entry => entry.Qualifier));
}
