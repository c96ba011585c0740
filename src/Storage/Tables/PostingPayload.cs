using PianoZona.Contracts.Ledger;

namespace PianoZona.Storage.Tables;

/// <summary>What of a posting is too large for properties of a table row.</summary>
/// <param name="Entries">The movements.</param>
/// <param name="Totals">What the rows add up to; null where that was not recorded.</param>
internal sealed record PostingPayload(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<KindTotal>? Totals)
{
    public IReadOnlyList<DocumentClaim> Documents { get; init; } = [];

    /// <summary>The memorandum figures.</summary>
    public IReadOnlyList<Memo> Memos { get; init; } = [];

    public static byte[] Write(Posting posting) =>
        LedgerJson.Write(
            new PostingPayload(posting.Entries, posting.Totals) { Documents = posting.Documents, Memos = posting.Memos }
        );

    /// <summary>Reads it. The first postings were written as a list of movements alone.</summary>
    public static PostingPayload Read(ReadOnlySpan<byte> json) =>
        json[0] == '['
            ? new PostingPayload(LedgerJson.Read<LedgerEntry[]>(json), Totals: null)
            : LedgerJson.Read<PostingPayload>(json);
}
