using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Storage.Tables;

/// <summary>The ledger in table <c>registro</c>.</summary>
/// <remarks>
/// A posting is one transaction: its version, which is only ever inserted, and the pointer of its slot, which is
/// replaced under its ETag. So a crash leaves the old or the new state, and two writers end as if one came after the
/// other.
/// </remarks>
/// <param name="service">The storage account's tables.</param>
/// <param name="time">The clock.</param>
public sealed class TableLedger(TableServiceClient service, TimeProvider time) : ILedger
{
    // An attempt fails only when another writer of the same slot succeeded, and a slot has one sender.
    private const int MaxAttempts = 20;

    // A filter may compare fifteen times, two of them for the partitions (Table service, «Querying tables»).
    private const int MostNamed = 10;

    private readonly TableClient table = service.GetTableClient(StorageNames.LedgerTable);

    /// <inheritdoc/>
    public async Task<CurrentUpload?> FindCurrentAsync(UploadSlot slot, CancellationToken cancellationToken) =>
        await FindAsync(
            TableKeys.Partition(slot), TableKeys.Pointer(slot.Sender), PostingRows.PointerColumns, cancellationToken)
            is { } pointer
            ? PostingRows.ReadPointer(pointer)
            : null;

    /// <inheritdoc/>
    /// <remarks>One storage transaction unless another writer interferes.</remarks>
    /// <exception cref="ArgumentException">A part of the slot or receipt cannot be part of a table key.</exception>
    /// <exception cref="PayloadTooLargeException">The entries are more than one transaction takes.</exception>
    /// <exception cref="InvalidOperationException">Other writers of the slot were faster every time.</exception>
    public async Task<Reply<RecordedPosting>> RecordAsync(
        Posting posting, CurrentUpload? known, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            Reply<RecordedPosting>? reply = known?.Sequence == posting.Sequence && known.ReceiptId == posting.ReceiptId
                ? await CompareAsync(posting, cancellationToken)
                : await TryRecordAsync(posting, known, cancellationToken);
            if (reply is not null)
            {
                return reply;
            }

            known = await FindCurrentAsync(posting.Slot, cancellationToken);
        }

        throw new InvalidOperationException($"Other writers of '{posting.Slot}' were faster {MaxAttempts} times.");
    }

    /// <inheritdoc/>
    public async Task<Posting?> ReadCurrentAsync(UploadSlot slot, CancellationToken cancellationToken)
    {
        if (await FindAsync(TableKeys.Partition(slot), TableKeys.Pointer(slot.Sender), null, cancellationToken)
            is not { } pointer)
        {
            return null;
        }

        if (ChunkedPayload.IsIn(pointer))
        {
            return PostingRows.ReadVersion(slot, [pointer]);
        }

        (string version, int parts) = PostingRows.TargetOf(pointer);
        TableEntity first = await table.GetEntityAsync<TableEntity>(
            pointer.PartitionKey, version, select: null, cancellationToken);
        return PostingRows.ReadVersion(slot, parts == 1 ? [first] : await ReadRowsAsync(first, cancellationToken));
    }

    /// <inheritdoc/>
    /// <remarks>It looks through the versions of one slot: a sender's uploads of one flow and period.</remarks>
    public async Task<RecordedVersion?> ReadVersionAsync(
        UploadSlot slot, string receiptId, CancellationToken cancellationToken)
    {
        string filter = TableKeys.VersionOf(slot, receiptId);
        TableEntity? first = await table
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .FirstOrDefaultAsync(cancellationToken);
        return first is null ? null : PostingRows.ReadRecorded(slot, await WholeAsync(first, cancellationToken));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentAsync(
        string ambito, string flow, int year, CancellationToken cancellationToken) =>
        ReadPointersAsync(TableKeys.PointersInYear(ambito, flow, year), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentAsync(string ambito, CancellationToken cancellationToken) =>
        ReadPointersAsync(TableKeys.PointersInAmbito(ambito), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentOfAsync(
        string ambito, IReadOnlyCollection<string> senders, CancellationToken cancellationToken) =>
        senders.Count > MostNamed
            ? ListCurrentAsync(ambito, cancellationToken)
                .Where(one => senders.Contains(one.Slot.Sender, StringComparer.Ordinal))
            : ReadPointersAsync(TableKeys.PointersInAmbito(ambito, senders), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// One pass over the Ambito. In every partition the pointers come before the versions, and a version stays for
    /// ever: so what a pointer names follows it, even when the slot changes meanwhile.
    /// </remarks>
    public async IAsyncEnumerable<Posting> ListPostingsAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<(string Partition, string Version), TableEntity> pointers = [];
        List<TableEntity> rows = [];
        await foreach (
            TableEntity row in table.QueryAsync<TableEntity>(
                TableKeys.InAmbito(ambito), cancellationToken: cancellationToken))
        {
            if (TableKeys.IsPointer(row.RowKey))
            {
                pointers.Add((row.PartitionKey, PostingRows.TargetOf(row).RowKey), row);
            }
            else if (pointers.TryGetValue((row.PartitionKey, TableKeys.VersionOf(row.RowKey)), out TableEntity? pointer)
            )
            {
                rows.Add(row);
                if (rows.Count == PostingRows.TargetOf(pointer).Parts)
                {
                    pointers.Remove((row.PartitionKey, rows[0].RowKey));
                    yield return PostingRows.ReadVersion(TableKeys.SlotOf(pointer), rows);
                    rows.Clear();
                }
            }
        }

        if (pointers.Count > 0)
        {
            throw new InvalidDataException($"{pointers.Count} postings in force of '{ambito}' have no version.");
        }
    }

    private async IAsyncEnumerable<CurrentUpload> ReadPointersAsync(
        string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] columns = ["PartitionKey", "RowKey", .. PostingRows.PointerColumns];
        await foreach (
            TableEntity pointer in table.QueryAsync<TableEntity>(
                filter, select: columns, cancellationToken: cancellationToken))
        {
            yield return PostingRows.ReadPointer(pointer);
        }
    }

    // Null: another writer was faster, look again.
    private async Task<Reply<RecordedPosting>?> TryRecordAsync(
        Posting posting, CurrentUpload? current, CancellationToken cancellationToken)
    {
        bool inForce = current is null || PostingRows.ComesAfter(posting, current);
        FundKey[] touched = inForce ? [.. posting.Funds().Union(current?.Funds ?? []).Order()] : [];
        DateTimeOffset now = time.GetUtcNow();
        IReadOnlyList<TableEntity> version = PostingRows.Version(posting, touched, current, now);
        List<TableTransactionAction> actions =
        [
            .. version.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
        ];
        if (inForce)
        {
            TableEntity next = PostingRows.Pointer(posting, version, now);
            actions.Add(
                current is null
                    ? new TableTransactionAction(TableTransactionActionType.Add, next)
                    : new TableTransactionAction(
                        TableTransactionActionType.UpdateReplace, next, new ETag(current.Version)));
        }

        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return new Reply<RecordedPosting>.Done(new(touched, inForce), IsNew: true);
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412)
        {
            // 409: the version is there, or another writer made the pointer first; 412: another writer replaced the
            // pointer.
            return await CompareAsync(posting, cancellationToken);
        }
    }

    // Null: the version is not there.
    private async Task<Reply<RecordedPosting>?> CompareAsync(Posting posting, CancellationToken cancellationToken)
    {
        TableEntity? first = await FindAsync(
            TableKeys.Partition(posting.Slot), TableKeys.Version(posting), null, cancellationToken);
        if (first is null)
        {
            return null;
        }

        Posting stored = PostingRows.ReadVersion(posting.Slot, await WholeAsync(first, cancellationToken));
        return posting.FirstDifference(stored) is { } field
            ? new Reply<RecordedPosting>.ConflictsOn(field)
            : new Reply<RecordedPosting>.Done(new(PostingRows.TouchedBy(first), CameIntoForce: false), IsNew: false);
    }

    private async Task<IReadOnlyList<TableEntity>> WholeAsync(TableEntity first, CancellationToken cancellationToken) =>
        ChunkedPayload.PartsOf(first) == 1 ? [first] : await ReadRowsAsync(first, cancellationToken);

    private async Task<List<TableEntity>> ReadRowsAsync(TableEntity first, CancellationToken cancellationToken)
    {
        string filter = TableKeys.Parts(first.PartitionKey, first.RowKey);
        return await table
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Prepend(first)
            .ToListAsync(cancellationToken);
    }

    private Task<TableEntity?> FindAsync(
        string partition,
        string row,
        IEnumerable<string>? columns,
        CancellationToken cancellationToken
    ) => table.FindAsync(partition, row, columns?.Prepend("RowKey").Prepend("PartitionKey"), cancellationToken);
}
