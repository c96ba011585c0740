using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Ledger;

/// <summary>What an accepted upload posts: recorded whole or not at all.</summary>
/// <param name="Slot">The place it holds: the posting with the largest sequence is the one in force.</param>
/// <param name="Sequence">
/// The upload's place in time (ticks, UTC), given at reception; it decides, not the order of arrival.
/// </param>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Rows">How many rows were accepted; 0 for a nil return.</param>
/// <param name="Bodies">
/// Whose figures it holds: the bodies that its rows name, ascending; the sender itself when they name none.
/// </param>
/// <param name="Entries">The movements; none for a flow without money or a nil return.</param>
public sealed record Posting(
    UploadSlot Slot,
    long Sequence,
    string ReceiptId,
    string Sha256,
    int Rows,
    IReadOnlyList<string> Bodies,
    IReadOnlyList<LedgerEntry> Entries)
{
    private static readonly RowSet NoRows = new();

    /// <summary>The documents that its rows name, by fund year and body; none for flows without documents.</summary>
    public IReadOnlyList<DocumentClaim> Documents { get; init; } = [];

    /// <summary>The figures beside its movements; none for flows without.</summary>
    public IReadOnlyList<Memo> Memos { get; init; } = [];

    /// <summary>
    /// What its rows add up to, counted apart from the entries; null in postings recorded before totals were.
    /// </summary>
    public IReadOnlyList<KindTotal>? Totals { get; init; }

    /// <summary>The fund years that its entries and memorandum figures are about, ascending.</summary>
    public IReadOnlyList<FundKey> Funds() =>
        [.. Entries.Select(entry => entry.Fund).Concat(Memos.Select(memo => memo.Fund)).Distinct().Order()];

    /// <summary>The first field in which another posting differs; null when both say the same.</summary>
    public string? FirstDifference(Posting other)
    {
        if (Slot != other.Slot)
        {
            return nameof(Slot);
        }

        return !string.Equals(ReceiptId, other.ReceiptId, StringComparison.Ordinal) ? nameof(ReceiptId)
            : Sequence != other.Sequence ? nameof(Sequence)
            : !string.Equals(Sha256, other.Sha256, StringComparison.Ordinal) ? nameof(Sha256)
            : Rows != other.Rows ? nameof(Rows)
            : !Bodies.SequenceEqual(other.Bodies, StringComparer.Ordinal) ? nameof(Bodies)
            : !Entries.Select(Content).SequenceEqual(other.Entries.Select(Content)) ? nameof(Entries)
            : !Documents.Select(Content).SequenceEqual(other.Documents.Select(Content)) ? nameof(Documents)
            : !Memos.Select(Content).SequenceEqual(other.Memos.Select(Content)) ? nameof(Memos)
            : null;
    }

    /// <summary>
    /// Whether another posting says the same figures of a fund year, in whatever rows. One that says nothing of it is
    /// the same as none.
    /// </summary>
    public bool SaysTheSameOf(FundKey fund, Posting? other) =>
        ContentOf(this, fund).SetEquals(other is null ? [] : ContentOf(other, fund));

    private static HashSet<object> ContentOf(Posting posting, FundKey fund) =>
    [
        .. posting.Entries.Where(entry => entry.Fund == fund).Select(entry => entry with { Rows = NoRows }),
        .. posting.Memos.Where(memo => memo.Fund == fund).Select(memo => memo with { Rows = NoRows }),
        .. posting.Documents.Where(claim => claim.Fund == fund).Select(claim => claim with { Rows = NoRows }),
    ];

    // Row sets compare by what they hold, not by which object they are.
    private static (LedgerEntry Entry, string Rows) Content(LedgerEntry entry) =>
        (entry with { Rows = NoRows }, entry.Rows.ToString());

    private static (Memo Memo, string Rows) Content(Memo memo) => (memo with { Rows = NoRows }, memo.Rows.ToString());

    private static (DocumentClaim Claim, string Rows) Content(DocumentClaim claim) =>
        (claim with { Rows = NoRows }, claim.Rows.ToString());
}

/// <summary>The posting in force in a slot, without its entries.</summary>
/// <param name="Slot">The place.</param>
/// <param name="Sequence">Its place in time.</param>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Sha256">Hash of the file.</param>
/// <param name="Rows">How many rows were accepted.</param>
/// <param name="Bodies">
/// Whose figures it holds, ascending: a body counts as having sent when an agency sent its figures.
/// </param>
/// <param name="Funds">The fund years that its entries touch, ascending.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Version">Opaque: changes whenever another posting comes into force.</param>
public sealed record CurrentUpload(
    UploadSlot Slot,
    long Sequence,
    string ReceiptId,
    string Sha256,
    int Rows,
    IReadOnlyList<string> Bodies,
    IReadOnlyList<FundKey> Funds,
    DateTimeOffset RecordedAt,
    string Version)
{
    /// <summary>When it was received, which is not when it was recorded: it may have waited.</summary>
    public DateTimeOffset ReceivedAt => UploadSequence.ReceivedAt(Sequence);
}

/// <summary>A posting that the ledger has.</summary>
/// <param name="TouchedKeys">
/// The funds and years whose balances may change: those of the posting and those of the one it replaced.
/// </param>
/// <param name="CameIntoForce">
/// Whether this request put it in force: false when a later upload holds the slot already, or it had been recorded
/// before.
/// </param>
public sealed record RecordedPosting(IReadOnlyList<FundKey> TouchedKeys, bool CameIntoForce);
