using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger;

/// <summary>The ledger: append-only, idempotent. What is in force in a slot changes by one atomic write.</summary>
public interface ILedger
{
    /// <summary>What is in force in a slot; null when nothing was accepted yet. One storage transaction.</summary>
    Task<CurrentUpload?> FindCurrentAsync(UploadSlot slot, CancellationToken cancellationToken);

    /// <summary>
    /// Records a posting. Repeating it changes nothing; two writers at once end as if one came after the other.
    /// </summary>
    /// <param name="known">
    /// What <see cref="FindCurrentAsync"/> answered for the slot, null included: saves a storage transaction; if
    /// another writer was faster meanwhile, it is asked again.
    /// </param>
    /// <param name="cancellationToken">
    /// Ends the call; whether it recorded is then not known, and repeating it is safe.
    /// </param>
    /// <returns>
    /// Done; or <see cref="Reply{T}.ConflictsOn"/> what differs, when another posting has this receipt's number: then
    /// nothing was written.
    /// </returns>
    Task<Reply<RecordedPosting>> RecordAsync(
        Posting posting, CurrentUpload? known, CancellationToken cancellationToken);

    /// <summary>The posting in force in a slot, with its entries; null when there is none.</summary>
    Task<Posting?> ReadCurrentAsync(UploadSlot slot, CancellationToken cancellationToken);

    /// <summary>The posting of an upload, in force or not; null when the upload posted nothing in this slot.</summary>
    Task<RecordedVersion?> ReadVersionAsync(UploadSlot slot, string receiptId, CancellationToken cancellationToken);

    /// <summary>
    /// What is in force of a flow for any period of a year, of whatever sender, without the entries. One storage query,
    /// however many they are.
    /// </summary>
    IAsyncEnumerable<CurrentUpload> ListCurrentAsync(
        string ambito, string flow, int year, CancellationToken cancellationToken);

    /// <summary>What is in force in every slot of an Ambito, without the entries.</summary>
    IAsyncEnumerable<CurrentUpload> ListCurrentAsync(string ambito, CancellationToken cancellationToken);

    /// <summary>What is in force of some senders of an Ambito, without the entries.</summary>
    /// <param name="senders">Their codes, at least one.</param>
    IAsyncEnumerable<CurrentUpload> ListCurrentOfAsync(
        string ambito, IReadOnlyCollection<string> senders, CancellationToken cancellationToken);

    /// <summary>Everything in force in an Ambito, for the full reconciliation.</summary>
    IAsyncEnumerable<Posting> ListPostingsAsync(string ambito, CancellationToken cancellationToken);
}
