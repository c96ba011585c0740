using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Sending;

/// <summary>The way of a draft into the inbox, and what became of it there.</summary>
public sealed class DraftDelivery(
    IDraftStore drafts, IReceiptStore receipts, IInbox inbox, IHubQueues queues, TimeProvider time)
{
    /// <summary>What became of a draft that was sent; null when it is gone, or was not sent.</summary>
    public async Task<DraftState?> FindSentAsync(DraftKey key, CancellationToken cancellationToken)
    {
        await using DraftFile? file = await drafts.TryOpenAsync(key, cancellationToken);
        return file is { Facts.Sequence: not null } ? await StateOfAsync(file, cancellationToken) : null;
    }

    /// <summary>What became of a draft that was sent.</summary>
    public async Task<DraftState> StateOfAsync(DraftFile file, CancellationToken cancellationToken)
    {
        ReceiptId id = file.Facts.ReceiptOf(file.Key);
        return new DraftState(file.Key, file.Facts, null, id)
        {
            HasReceipt = await receipts.FindAsync(id, cancellationToken) is not null,
        };
    }

    /// <summary>
    /// Whether another file of the flow and period of a draft waits for its receipt, whoever put it there: one listing
    /// of the inbox, which holds nothing that is booked.
    /// </summary>
    public async Task<bool> IsAnotherOnItsWayAsync(
        DraftKey key, DraftFacts facts, CancellationToken cancellationToken)
    {
        string own = facts.PathOf(key);
        return (await inbox.ListFolderAsync($"{key.Sender}/{facts.Flow}/{facts.Period}", cancellationToken))
            .Any(file => file.Name != own);
    }

    /// <summary>Puts a draft into the inbox; repeating it is the same upload.</summary>
    /// <returns>The number of its receipt.</returns>
    public async Task<ReceiptId> DeliverAsync(DraftKey key, DraftFacts facts, CancellationToken cancellationToken)
    {
        string path = facts.PathOf(key);
        await drafts.SendAsync(key, facts, path, cancellationToken);
        // As Event Grid does, which may be slower; a file that is announced twice is taken in once.
        await queues.AnnounceAsync(BlobCreatedEvent.OfInbox(path, key.Id, time.GetUtcNow()), cancellationToken);
        return facts.ReceiptOf(key);
    }
}
