using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Ledger;

namespace PianoZona.Testing;

/// <summary>What every ledger can do on top of its own calls.</summary>
public static class LedgerExtensions
{
    /// <summary>Records a posting without knowing what is in force in its slot: one more storage transaction.</summary>
    public static async Task<Reply<RecordedPosting>> RecordAsync(
        this ILedger ledger, Posting posting, CancellationToken cancellationToken) =>
        await ledger.RecordAsync(
            posting, await ledger.FindCurrentAsync(posting.Slot, cancellationToken), cancellationToken);
}
