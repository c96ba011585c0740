using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Ledger;

/// <summary>What an accepted upload posts: recorded whole or not at all.</summary>
/// <param name="Slot">The place it holds: the posting with the largest sequence is the one in force.</param>
/// <param name="Sequence">The upload's place in time (ticks, UTC), given at reception; it decides, not the order of arrival.</param>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Rows">How many rows were accepted; 0 for a nil return.</param>
/// <param name="Entries">The movements; none for a flow without money or a nil return.</param>
public sealed record Posting(
    UploadSlot Slot, long Sequence, string ReceiptId, string Sha256, int Rows, IReadOnlyList<LedgerEntry> Entries);

/// <summary>The posting in force in a slot, without its entries.</summary>
/// <param name="Slot">The place.</param>
/// <param name="Sequence">Its place in time.</param>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Rows">How many rows were accepted.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record CurrentUpload(UploadSlot Slot, long Sequence, string ReceiptId, string Sha256, int Rows, DateTimeOffset RecordedAt);

/// <summary>What the ledger answers to a posting.</summary>
/// <param name="TouchedKeys">The funds and years whose balances may change: those of the posting and those of the one it replaced.</param>
public abstract record PostingReply(IReadOnlyList<FundKey> TouchedKeys)
{
    /// <summary>Recorded now. <paramref name="InForce"/> is false when a later upload holds the slot already.</summary>
    public sealed record Recorded(IReadOnlyList<FundKey> TouchedKeys, bool InForce) : PostingReply(TouchedKeys);

    /// <summary>The same posting had been recorded: nothing changed.</summary>
    public sealed record AlreadyRecorded(IReadOnlyList<FundKey> TouchedKeys) : PostingReply(TouchedKeys);

    /// <summary>Another posting has this receipt's number: nothing was written. <paramref name="Field"/> says what differs.</summary>
    public sealed record ConflictsOn(string Field) : PostingReply([]);
}
