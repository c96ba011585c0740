using System.Runtime.CompilerServices;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Testing;

/// <summary>
/// The ledger as simply as it can be told: every posting ever recorded, in a list. The model that the real one is
/// compared with.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class InMemoryLedger(TimeProvider time) : ILedger
{
    private readonly Lock gate = new();
    private readonly List<Version> versions = [];

    /// <inheritdoc/>
    public Task<CurrentUpload?> FindCurrentAsync(UploadSlot slot, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(InForce(slot) is { } version ? Current(version) : null);
        }
    }

    /// <inheritdoc/>
    public Task<Reply<RecordedPosting>> RecordAsync(
        Posting posting, CurrentUpload? known, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(Record(posting));
        }
    }

    /// <inheritdoc/>
    public Task<Posting?> ReadCurrentAsync(UploadSlot slot, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(InForce(slot)?.Posting);
        }
    }

    /// <inheritdoc/>
    public Task<RecordedVersion?> ReadVersionAsync(
        UploadSlot slot, string receiptId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Version? found = versions.Find(version =>
                version.Posting.Slot == slot && version.Posting.ReceiptId == receiptId);
            return Task.FromResult(
                found is null
                    ? null
                    : new RecordedVersion(found.Posting, found.RecordedAt, found.CameIntoForce, found.Replaced));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CurrentUpload> ListCurrentAsync(
        string ambito, string flow, int year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (Version version in AllInForce().Where(version => version.Posting.Slot is var slot
            && slot.Ambito == ambito && slot.Flow == flow && Period.Parse(slot.Period).Year == year))
        {
            yield return Current(version);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CurrentUpload> ListCurrentAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (Version version in AllInForce().Where(version => version.Posting.Slot.Ambito == ambito))
        {
            yield return Current(version);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentOfAsync(
        string ambito, IReadOnlyCollection<string> senders, CancellationToken cancellationToken) =>
        ListCurrentAsync(ambito, cancellationToken)
            .Where(one => senders.Contains(one.Slot.Sender, StringComparer.Ordinal));

    /// <inheritdoc/>
    public async IAsyncEnumerable<Posting> ListPostingsAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (Version version in AllInForce()
                .Where(version => string.Equals(version.Posting.Slot.Ambito, ambito, StringComparison.Ordinal)))
        {
            yield return version.Posting;
        }
    }

    private Reply<RecordedPosting> Record(Posting posting)
    {
        Version? same = versions.Find(version =>
            version.Posting.Slot == posting.Slot
            && version.Posting.Sequence == posting.Sequence
            && string.Equals(version.Posting.ReceiptId, posting.ReceiptId, StringComparison.Ordinal));
        if (same is not null)
        {
            return posting.FirstDifference(same.Posting) is { } field
                ? new Reply<RecordedPosting>.ConflictsOn(field)
                : new Reply<RecordedPosting>.Done(new(same.Touched, CameIntoForce: false), IsNew: false);
        }

        Version? replaced = InForce(posting.Slot);
        Version added = new(posting, Touched: [], time.GetUtcNow(), CameIntoForce: false, Replaced: null);
        bool inForce = replaced is null || Order.Compare(added, replaced) > 0;
        if (inForce)
        {
            added = added with
            {
                Touched = [.. posting.Funds().Union(replaced?.Posting.Funds() ?? []).Order()],
                CameIntoForce = true,
                Replaced = replaced?.Posting.ReceiptId,
            };
        }

        versions.Add(added);
        return new Reply<RecordedPosting>.Done(new(added.Touched, inForce), IsNew: true);
    }

    private static readonly Comparer<Version> Order = Comparer<Version>.Create((one, other) =>
        one.Posting.Sequence != other.Posting.Sequence
            ? one.Posting.Sequence.CompareTo(other.Posting.Sequence)
            : string.CompareOrdinal(one.Posting.ReceiptId, other.Posting.ReceiptId));

    private Version? InForce(UploadSlot slot) => versions.Where(version => version.Posting.Slot == slot).Max(Order);

    private List<Version> AllInForce()
    {
        lock (gate)
        {
            return [.. versions.Select(version => version.Posting.Slot).Distinct().Select(slot => InForce(slot)!)];
        }
    }

    private static CurrentUpload Current(Version version) =>
        new(
            version.Posting.Slot,
            version.Posting.Sequence,
            version.Posting.ReceiptId,
            version.Posting.Sha256,
            version.Posting.Rows,
            version.Posting.Bodies,
            version.Posting.Funds(),
            version.RecordedAt,
            version.Posting.ReceiptId);

    private sealed record Version(
        Posting Posting,
        IReadOnlyList<FundKey> Touched,
        DateTimeOffset RecordedAt,
        bool CameIntoForce,
        string? Replaced);
}
