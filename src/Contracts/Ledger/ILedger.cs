using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Ledger;

/// <summary>The ledger: append-only, idempotent. What is in force in a slot changes by one atomic write.</summary>
public interface ILedger
{
    /// <summary>What is in force in a slot; null when nothing was accepted yet. One storage transaction.</summary>
    Task<CurrentUpload?> FindCurrentAsync(UploadSlot slot, CancellationToken cancellationToken);

    /// <summary>Records a posting. Repeating it changes nothing; two writers at once end as if one came after the other.</summary>
    Task<PostingReply> RecordAsync(Posting posting, CancellationToken cancellationToken);

    /// <summary>The posting in force in a slot, with its entries; null when there is none.</summary>
    Task<Posting?> ReadCurrentAsync(UploadSlot slot, CancellationToken cancellationToken);

    /// <summary>Who has an accepted upload for a flow and period: completeness is derived from this alone.</summary>
    IAsyncEnumerable<CurrentUpload> ListCurrentAsync(string ambito, string flow, string period, CancellationToken cancellationToken);

    /// <summary>Everything in force in an Ambito, for the full reconciliation.</summary>
    IAsyncEnumerable<Posting> ListPostingsAsync(string ambito, CancellationToken cancellationToken);
}
