using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Storage.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

[Collection(AzuriteLedger.Collection)]
public sealed class TableLedgerTests(AzuriteLedger azurite) : LedgerLaws
{
    protected override int Cases => 12;

    protected override ILedger NewLedger() => azurite.Ledger();

    [Fact]
    public async Task RecordAsync_WarmPath_TakesTwoTransactions()
    {
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());

        Assert.Equal(
            2,
            await CostAsync(ledger =>
                ledger.RecordAsync(Postings.Of(slot, 5, 5, Postings.Entry("FNPS", 2020, 5)), CancellationToken.None)));
        Assert.Equal(
            2,
            await CostAsync(ledger =>
                ledger.RecordAsync(Postings.Of(slot, 7, 7, Postings.Entry("FNPS", 2021, 5)), CancellationToken.None)));
        Assert.Equal(
            2,
            await CostAsync(ledger =>
                ledger.RecordAsync(Postings.Of(slot, 6, 6, Postings.Entry("FNPS", 2022, 5)), CancellationToken.None)));
        Assert.Equal(
            2,
            await CostAsync(ledger =>
                ledger.RecordAsync(Postings.Of(slot, 7, 7, Postings.Entry("FNPS", 2021, 5)), CancellationToken.None)));
        Assert.Equal(1, await CostAsync(ledger => ledger.FindCurrentAsync(slot, CancellationToken.None)));

        // Small entries lie in the pointer too.
        Assert.Equal(1, await CostAsync(ledger => ledger.ReadCurrentAsync(slot, CancellationToken.None)));
        Assert.Equal(
            1,
            await CostAsync(ledger =>
                ledger.ReadVersionAsync(slot, Postings.Of(slot, 5, 5).ReceiptId, CancellationToken.None)));
        Assert.Equal(1, await CostAsync(ledger => Seen.CurrentAsync(ledger, slot)));
        Assert.Equal(1, await CostAsync(ledger => Seen.PostingsAsync(ledger, slot.Ambito)));
    }

    [Fact]
    public async Task RecordAsync_AnotherWriterBetweenReadAndWrite_LooksAgain()
    {
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting own = Postings.Of(slot, 2, 2, Postings.Entry("FNPS", 2021, 5));
        Posting[] others =
        [
            Postings.Of(slot, 1, 1, Postings.Entry("QSFP", 2020, 5)),
            Postings.Of(slot, 3, 3, Postings.Entry("QSFP", 2022, 5)),
        ];
        int written = 0;

        // Before the first write another posting makes the pointer, before the second a later one replaces it.
        RequestPolicy policy = new();
        policy.Before = async number =>
        {
            if (number is 2 or 5)
            {
                await azurite.Ledger().RecordAsync(others[written++], CancellationToken.None);
            }
        };
        Reply<RecordedPosting> reply = await azurite.Ledger(policy).RecordAsync(own, CancellationToken.None);

        Assert.Equal(2, written);
        Assert.False(Posted.Now(reply).CameIntoForce);
        await Seen.AssertInForceAsync(azurite.Ledger(), slot.Ambito, [others[1]]);
    }

    [Fact]
    public async Task RecordAsync_AlwaysOvertaken_GivesUpWithItsReason()
    {
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        int sequence = 1;
        RequestPolicy policy = new();
        policy.Before = number => number % 3 == 2
            ? azurite.Ledger().RecordAsync(Postings.Of(slot, sequence, sequence++), CancellationToken.None)
            : Task.CompletedTask;

        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => azurite.Ledger(policy).RecordAsync(Postings.Of(slot, 1_000, 1_000), CancellationToken.None));

        Assert.Contains("20 times", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 15_000)]
    [InlineData(true, 15_000)]
    public async Task RecordAsync_CrashAtAnyRequest_LeavesOldOrNewAndARetryEndsIt(bool afterTheRequest, int entries)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
            Posting old = Postings.Of(slot, 1, 1, Postings.Entry("QSFP", 2020, 5));
            Posting next = Postings.Of(slot, 2, 2, LargePosting.Entries(entries));
            await azurite.Ledger().RecordAsync(old, CancellationToken.None);

            crashed = await CrashesAsync(next, at, afterTheRequest);

            Posting seen = Assert.Single(await Seen.PostingsAsync(azurite.Ledger(), slot.Ambito));
            await Seen.AssertInForceAsync(azurite.Ledger(), slot.Ambito, [seen.Sequence == 1 ? old : next]);
            Reply<RecordedPosting> reply = await azurite.Ledger().RecordAsync(next, CancellationToken.None);
            Assert.Equal(
                Keys("FNPS/2021", "QSFP/2020"), Assert.IsType<Reply<RecordedPosting>.Done>(reply).Value.TouchedKeys);
            Assert.Equal(seen.Sequence == 1, reply is Reply<RecordedPosting>.Done { Value.CameIntoForce: true });
            await Seen.AssertInForceAsync(azurite.Ledger(), slot.Ambito, [next]);
            Assert.True(at < 10);
        }
    }

    [Theory]
    [InlineData(6_000)]
    [InlineData(20_000)]
    public async Task RecordAsync_LargePosting_IsReadBackWhole(int entries)
    {
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting large = Postings.Of(slot, 2, 2, LargePosting.Entries(entries));
        Posting neighbour = Postings.Of(Postings.Slot(slot.Ambito, "019086"), 2, 3, Postings.Entry("FNPS", 2021, 5));
        await azurite
            .Ledger()
            .RecordAsync(Postings.Of(slot, 1, 1, LargePosting.Entries(entries - 1)), CancellationToken.None);
        await azurite.Ledger().RecordAsync(neighbour, CancellationToken.None);

        Assert.Equal(2, await CostAsync(ledger => ledger.RecordAsync(large, CancellationToken.None)));

        Posted.Before(await azurite.Ledger().RecordAsync(large, CancellationToken.None));
        await Seen.AssertInForceAsync(azurite.Ledger(), slot.Ambito, [large, neighbour]);
    }

    [Fact]
    public async Task RecordAsync_MoreThanATransactionTakes_SaysSoAndWritesNothing()
    {
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());

        PayloadTooLargeException failure = await Assert.ThrowsAsync<PayloadTooLargeException>(() =>
            azurite.Ledger().RecordAsync(Postings.Of(slot, 1, 1, LargePosting.Entries(40_000)), CancellationToken.None)
        );

        Assert.True(failure.Bytes > 3_000_000);
        Assert.Contains("aggregated", failure.Message, StringComparison.Ordinal);
        Assert.Null(await azurite.Ledger().FindCurrentAsync(slot, CancellationToken.None));
    }

    [Theory]
    [InlineData("oglio/po")]
    [InlineData("oglio|po")]
    [InlineData("oglio#po")]
    [InlineData("oglio po")]
    [InlineData("oglio?\n")]
    [InlineData("")]
    public async Task FindCurrentAsync_CharactersThatKeysMayNotHold_AreRefused(string ambito) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            azurite.Ledger().FindCurrentAsync(Postings.Slot(ambito), CancellationToken.None));

    private async Task<int> CostAsync(Func<ILedger, Task> operation)
    {
        RequestPolicy policy = new();
        await operation(azurite.Ledger(policy));
        return policy.Count;
    }

    private async Task<bool> CrashesAsync(Posting posting, int at, bool afterTheRequest)
    {
        Func<int, Task> crash = number => number == at ? Task.FromException(new CrashException()) : Task.CompletedTask;
        RequestPolicy policy = afterTheRequest
            ? new RequestPolicy { After = crash }
            : new RequestPolicy { Before = crash };
        try
        {
            await azurite.Ledger(policy).RecordAsync(posting, CancellationToken.None);
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }
}
