using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;
using static PianoZona.Hub.Tests.Memory.Requests;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>A crash between any two requests, then the same event again: as if nothing had happened.</summary>
public sealed class UploadCrashTests
{
    private const string Folder = "018030/spesa-sociale/2020";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_CrashAtAnyRequestThenResumed_EndsAsIfUndisturbed(bool afterItIsDone)
    {
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            using MemoryHub hub = new();
            hub.Put($"{Folder}/a.csv", Csv.Spending("018030", 2020, ("ANZIANI", "5,00")), 1);
            await hub.ProcessAsync($"{Folder}/a.csv");
            await hub.ReconcileAllAsync();
            ReceiptId id = hub.Put($"{Folder}/b.csv", Csv.Spending("018030", 2020, ("ANZIANI", "7,00")), 2);

            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => hub.ProcessAsync($"{Folder}/b.csv"));
            hub.Requests.CrashAt = 0;
            await hub.ProcessAsync($"{Folder}/b.csv");
            await hub.ReconcileAllAsync();

            await AssertInForceAsync(hub, id, "7.00");
            Assert.Empty(hub.Waiting);
            Assert.True(await hub.HasFormAsync(id, ReceiptForms.Page));
            Assert.Equal(0, await hub.Get<NightlyPipeline>().RunAsync(default));
        }

        Assert.InRange(at, 7, 20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reconcile_CrashAtAnyRequestThenRepeated_EndsAsIfUndisturbed(bool afterItIsDone)
    {
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            using MemoryHub hub = new();
            ReceiptId id = hub.Put($"{Folder}/a.csv", Csv.Spending("018030", 2020, ("ANZIANI", "5,00")), 1);
            await hub.ProcessAsync($"{Folder}/a.csv");
            ReconcileMessage message = Assert.Single(hub.Queues.Reconciliations);

            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => hub.Get<ReconcilePipeline>().ReconcileAsync(message, default));
            hub.Requests.CrashAt = 0;
            await hub.ReconcileAllAsync();
            await hub.Get<ReconcilePipeline>().ReconcileAsync(message, default);

            await AssertInForceAsync(hub, id, "5.00");
        }

        Assert.InRange(at, 3, 10);
    }

    [Fact]
    public async Task Process_CrashBetweenLedgerAndReceipt_ResumesWithOnePostingAndOneReceipt()
    {
        using MemoryHub hub = new();
        ReceiptId id = hub.Put($"{Folder}/a.csv", Csv.Spending("018030", 2020, ("ANZIANI", "5,00")), 1);

        hub.Requests.Refuses = what => what.StartsWith(nameof(IReceiptStore), StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => hub.ProcessAsync($"{Folder}/a.csv")));
        hub.Requests.Refuses = null;
        Assert.Null(await hub.FindReceiptAsync(id));
        Assert.Equal(id.Text, (await CurrentAsync(hub))!.ReceiptId);

        await hub.ProcessAsync($"{Folder}/a.csv");
        await hub.ReconcileAllAsync();
        await AssertInForceAsync(hub, id, "5.00");
    }

    /// <summary>A receipt must not claim what the ledger could not take.</summary>
    [Fact]
    public async Task Process_LedgerThatNeverTakesIt_LeavesNoReceiptThatSaysAccepted()
    {
        using MemoryHub hub = new();
        string name = $"{Folder}/a.csv";
        ReceiptId id = hub.Put(name, Csv.Spending("018030", 2020, ("ANZIANI", "5,00")), 1);

        hub.Requests.Refuses = what => what == $"{nameof(ILedger)}.{nameof(ILedger.RecordAsync)}";
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(name)));
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(name)));
        Assert.Null(await hub.FindReceiptAsync(id));
        await hub.Get<UploadPipeline>().QuarantineAsync(name, default);

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal((Outcome.Quarantined, "PZ1012"), (receipt.Outcome, Assert.Single(receipt.Problems).Code));
        Assert.Empty(hub.Waiting);
    }

    /// <summary>The sender writes the same file again while it is being processed, at every possible moment.</summary>
    [Fact]
    public async Task Process_ReplacedMeanwhileAtAnyRequest_EndsWithTheNewerVersionAndArchivesWhatHasAReceipt()
    {
        string name = $"{Folder}/a.csv";
        bool happened = true;
        for (int at = 2; happened; at++)
        {
            using MemoryHub hub = new();
            ReceiptId older = hub.Put(name, Csv.Spending("018030", 2020, ("ANZIANI", "5,00")), 1);
            ReceiptId? newer = null;
            hub.Requests.Instead = () =>
            {
                newer = hub.Put(name, Csv.Spending("018030", 2020, ("ANZIANI", "7,00")), 2);
                return Task.CompletedTask;
            };
            hub.Requests.CrashAt = at;
            await hub.ProcessAsync(name);
            (hub.Requests.Instead, hub.Requests.CrashAt) = (null, 0);
            happened = newer is not null;
            newer ??= hub.Put(name, Csv.Spending("018030", 2020, ("ANZIANI", "7,00")), 2);
            await hub.ProcessAsync(name);
            await hub.ReconcileAllAsync();

            await AssertInForceAsync(hub, newer, "7.00");
            Assert.Equal(await hub.FindReceiptAsync(older) is not null, hub.IsArchived(older));
            Assert.InRange(at, 2, 20);
        }
    }

    /// <summary>
    /// The same event comes twice, and the second is wholly done between any two requests of the first.
    /// </summary>
    [Fact]
    public async Task Process_DoneByAnotherMeanwhileAtAnyRequest_HasOnePostingAndOneReceipt()
    {
        string name = $"{Folder}/a.csv";
        bool happened = true;
        for (int at = 1; happened; at++)
        {
            using MemoryHub hub = new();
            ReceiptId id = hub.Put(name, Csv.Spending("018030", 2020, ("ANZIANI", "5,00")), 1);
            happened = false;
            hub.Requests.Instead = () =>
            {
                happened = true;
                return hub.ProcessAsync(name);
            };
            hub.Requests.CrashAt = at;
            await hub.ProcessAsync(name);
            (hub.Requests.Instead, hub.Requests.CrashAt) = (null, 0);
            await hub.ReconcileAllAsync();

            await AssertInForceAsync(hub, id, "5.00");
            Assert.Empty(hub.Waiting);
            Assert.Equal(0, await hub.Get<NightlyPipeline>().RunAsync(default));
            Assert.InRange(at, 1, 20);
        }
    }

    [Fact]
    public async Task Quarantine_FileThatFailedAtEveryAttempt_GetsItsReasonAndLeavesTheInbox()
    {
        using MemoryHub hub = new();
        string name = $"{Folder}/a.csv";
        ReceiptId id = hub.Put(name, Csv.Spending("018030", 2020, ("ANZIANI", "3,00")), 1);
        await hub.Get<UploadPipeline>().QuarantineAsync(name, default);
        await hub.Get<UploadPipeline>().QuarantineAsync(name, default);

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal((Outcome.Quarantined, "PZ1012"), (receipt.Outcome, Assert.Single(receipt.Problems).Code));
        Assert.Empty(hub.Waiting);
        Assert.False(hub.IsArchived(id));
        Assert.Null(await CurrentAsync(hub));
    }

    [Fact]
    public async Task Process_SameBytesAgain_RepeatsTheVerdictAndPostsNothing()
    {
        using MemoryHub hub = new();
        ReceiptId first = hub.Put($"{Folder}/a.csv", Csv.Spending("018030", 2020, ("ANZIANI", "3,00")), 1);
        await hub.ProcessAsync($"{Folder}/a.csv");
        ReceiptId again = hub.Put($"{Folder}/b.csv", Csv.Spending("018030", 2020, ("ANZIANI", "3,00")), 2);
        await hub.ProcessAsync($"{Folder}/b.csv");

        Receipt receipt = (await hub.FindReceiptAsync(again))!;
        Assert.Equal(
            (Outcome.Accepted, "b.csv", "PZ1017"), (receipt.Outcome, receipt.FileName, receipt.Problems[0].Code));
        Assert.Equal(first.Text, (await CurrentAsync(hub))!.ReceiptId);
        Assert.Single(hub.Queues.Reconciliations);
    }

    private static Task<CurrentUpload?> CurrentAsync(MemoryHub hub) =>
        hub.Get<ILedger>()
            .FindCurrentAsync(new UploadSlot(TestAmbito.Code, "018030", "spesa-sociale", "2020"), default);

    private static async Task AssertInForceAsync(MemoryHub hub, ReceiptId id, string paid)
    {
        Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
        Assert.True(hub.IsArchived(id));
        FundState state = await hub.StateAsync("COM", 2020);
        Assert.Equal(Money.Parse(paid), state.Balances[0].Paid);
        Assert.Equal(id.Text, Assert.Single(state.Contributions).ReceiptId);
    }
}
