using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Storage.Tests.Support;

/// <summary>What anybody can see of a ledger, in an order of its own.</summary>
internal static class Seen
{
    public static async Task<List<Posting>> PostingsAsync(ILedger ledger, string ambito) =>
        [
            .. (await ledger.ListPostingsAsync(ambito, CancellationToken.None).ToListAsync()).OrderBy(
                posting => posting.ReceiptId,
                StringComparer.Ordinal),
        ];

    public static async Task<List<CurrentUpload>> CurrentAsync(ILedger ledger, UploadSlot slot) =>
        await ledger.ListCurrentAsync(
            slot.Ambito, slot.Flow, Period.Parse(slot.Period).Year, CancellationToken.None).ToListAsync();

    /// <summary>Every way of asking gives these postings, and no others.</summary>
    public static async Task AssertInForceAsync(ILedger ledger, string ambito, IEnumerable<Posting> expected)
    {
        Posting[] inForce = [.. expected.OrderBy(posting => posting.ReceiptId, StringComparer.Ordinal)];
        AssertSame(inForce, await PostingsAsync(ledger, ambito));
        foreach (Posting posting in inForce)
        {
            AssertSame([posting], [(await ledger.ReadCurrentAsync(posting.Slot, CancellationToken.None))!]);
            CurrentUpload current = (await ledger.FindCurrentAsync(posting.Slot, CancellationToken.None))!;
            Assert.Equal(
                (posting.Slot, posting.Sequence, posting.ReceiptId, posting.Sha256, posting.Rows),
                (current.Slot, current.Sequence, current.ReceiptId, current.Sha256, current.Rows));
            Assert.Equal(posting.Bodies, current.Bodies, StringComparer.Ordinal);
            Assert.Contains(
                await CurrentAsync(ledger, posting.Slot),
                one => one.Slot == posting.Slot && one.Sequence == posting.Sequence);
        }

        string[] others = [.. Enumerable.Range(1, 20).Select(n => FormattableString.Invariant($"ente-nessuno-{n}"))];
        foreach (IGrouping<string, Posting> own in inForce.GroupBy(one => one.Slot.Sender, StringComparer.Ordinal))
        {
            string[][] asked = [[own.Key], [own.Key, .. others]];
            foreach (string[] senders in asked)
            {
                List<CurrentUpload> found = await ledger
                    .ListCurrentOfAsync(ambito, senders, CancellationToken.None).ToListAsync();
                Assert.Equal(
                    own.Select(one => one.ReceiptId), found.Select(one => one.ReceiptId).Order(StringComparer.Ordinal));
            }
        }
    }

    public static void AssertSame(IReadOnlyList<Posting> expected, IReadOnlyList<Posting> actual)
    {
        Assert.Equal(
            expected.Select(posting => posting.ReceiptId),
            actual.Select(posting => posting.ReceiptId),
            StringComparer.Ordinal);
        Assert.All(expected.Zip(actual), pair => Assert.Null(pair.First.FirstDifference(pair.Second)));
    }
}
