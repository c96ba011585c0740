using Azure.Core;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>A crash between any two storage requests, then the same event again: as if nothing had happened.</summary>
public sealed class CrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_CrashAtAnyRequestThenResumed_EndsAsIfUndisturbed(bool afterTheService)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = afterTheService;
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            // A period of its own for each crash, with an earlier upload that the crashing one replaces.
            int year = (afterTheService ? 2050 : 2000) + at;
            string folder = $"018030/spesa-sociale/{year}";
            await hub.PutAsync($"{folder}/a.csv", Csv.Spending("018030", year, ("ANZIANI", "5,00")), at);
            await hub.ProcessAsync($"{folder}/a.csv");
            await hub.ReconcileAllAsync();
            ReceiptId id = await hub.PutAsync($"{folder}/b.csv", Csv.Spending("018030", year, ("ANZIANI", "7,00")), 1000 + at);

            hub.Faults.CrashAt = at;
            crashed = await CrashesAsync(() => hub.ProcessAsync($"{folder}/b.csv"));
            hub.Faults.CrashAt = 0;
            await hub.ProcessAsync($"{folder}/b.csv");
            await hub.ReconcileAllAsync();

            Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
            FundState state = await hub.StateAsync("COM", year);
            Assert.Equal(Money.Parse("7.00"), state.Balances[0].Paid);
            Assert.Equal(id.Text, Assert.Single(state.Contributions).ReceiptId);
            Assert.True(await hub.IsInAsync(StorageNames.Archive, id.Path));
            Assert.True(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".html"));
            Assert.False(await hub.IsInAsync(StorageNames.Inbox, $"{folder}/b.csv"));
        }

        Assert.InRange(at, 7, 20);
        Assert.Equal(0, await hub.Get<NightlyPipeline>().RunAsync(default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reconcile_CrashAtAnyRequestThenRepeated_EndsAsIfUndisturbed(bool afterTheService)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = afterTheService;
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            int year = (afterTheService ? 2075 : 2025) + at;
            string name = $"018041/spesa-sociale/{year}/a.csv";
            ReceiptId id = await hub.PutAsync(name, Csv.Spending("018041", year, ("ANZIANI", "5,00")), at);
            await hub.ProcessAsync(name);
            hub.Faults.CrashAt = at;
            crashed = await CrashesAsync(() => hub.ReconcileOnceAsync("018041", year, id.Text));
            hub.Faults.CrashAt = 0;
            await hub.ReconcileAllAsync();
            await hub.ReconcileOnceAsync("018041", year, id.Text);

            FundState state = await hub.StateAsync("COM", year);
            Assert.Equal(Money.Parse("5.00"), state.Balances.Single(balance => balance.Body == "018041").Paid);
        }
    }

    [Fact]
    public async Task Process_CrashBetweenLedgerAndReceipt_ResumesWithOnePostingAndOneReceipt()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Name = "018091/spesa-sociale/2099/a.csv";
        ReceiptId id = await hub.PutAsync(Name, Csv.Spending("018091", 2099, ("ANZIANI", "5,00")), 77);
        UploadSlot slot = new(TestAmbito.Code, "018091", "spesa-sociale", "2099");

        hub.Faults.Refuses = request => request.Uri.Path.Contains($"/{StorageNames.Receipts}/", StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(Name)));
        hub.Faults.Refuses = null;
        Assert.Null(await hub.FindReceiptAsync(id));
        Assert.Equal(id.Text, (await hub.Get<ILedger>().FindCurrentAsync(slot, default))!.ReceiptId);

        await hub.ProcessAsync(Name);
        await hub.ReconcileAllAsync();
        Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
        Assert.Equal(Money.Parse("5.00"), (await hub.StateAsync("COM", 2099)).Balances[0].Paid);
    }

    /// <summary>A receipt must not claim what the ledger could not take.</summary>
    [Fact]
    public async Task Process_LedgerThatNeverTakesIt_LeavesNoReceiptThatSaysAccepted()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Name = "018110/spesa-sociale/2097/a.csv";
        ReceiptId id = await hub.PutAsync(Name, Csv.Spending("018110", 2097, ("ANZIANI", "5,00")), 78);

        hub.Faults.Refuses = request => request.Method == RequestMethod.Post && request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(Name)));
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(Name)));
        Assert.Null(await hub.FindReceiptAsync(id));
        await hub.Get<UploadPipeline>().QuarantineAsync(Name, default);

        Assert.Equal((Outcome.Quarantined, "PZ1012"), ((await hub.FindReceiptAsync(id))!.Outcome, (await hub.FindReceiptAsync(id))!.Problems[0].Code));
    }

    /// <summary>The sender writes the same file again while it is being processed, at every possible moment.</summary>
    [Fact]
    public async Task Process_OverwrittenMeanwhile_EndsWithTheNewerVersionAndArchivesWhatHasAReceipt()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        for (int at = 2; at <= 8; at++)
        {
            int year = 2080 + at;
            string name = $"018137/spesa-sociale/{year}/a.csv";
            ReceiptId older = await hub.PutAsync(name, Csv.Spending("018137", year, ("ANZIANI", "5,00")), 1);
            ReceiptId? newer = null;
            hub.Faults.Instead = async () => newer = await hub.PutAsync(name, Csv.Spending("018137", year, ("ANZIANI", "7,00")), 2);
            hub.Faults.CrashAt = at;
            await hub.ProcessAsync(name);
            hub.Faults.Instead = null;
            hub.Faults.CrashAt = 0;
            newer ??= await hub.PutAsync(name, Csv.Spending("018137", year, ("ANZIANI", "7,00")), 2);
            await hub.ProcessAsync(name);
            await hub.ReconcileAllAsync();

            Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(newer))!.Outcome);
            Assert.True(await hub.IsInAsync(StorageNames.Archive, newer.Path));
            Assert.Equal(Money.Parse("7.00"), (await hub.StateAsync("COM", year)).Balances[0].Paid);
            Assert.Equal(await hub.FindReceiptAsync(older) is not null, await hub.IsInAsync(StorageNames.Archive, older.Path));
        }
    }

    [Fact]
    public async Task Quarantine_FileThatFailedAtEveryAttempt_GetsItsReasonAndLeavesTheInbox()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Name = "018159/spesa-sociale/2098/a.csv";
        ReceiptId id = await hub.PutAsync(Name, Csv.Spending("018159", 2098, ("ANZIANI", "3,00")), 42);
        await hub.Get<UploadPipeline>().QuarantineAsync(Name, default);
        await hub.Get<UploadPipeline>().QuarantineAsync(Name, default);

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal((Outcome.Quarantined, "PZ1012"), (receipt.Outcome, Assert.Single(receipt.Problems).Code));
        Assert.False(await hub.IsInAsync(StorageNames.Inbox, Name));
        Assert.False(await hub.IsInAsync(StorageNames.Archive, id.Path));
    }

    private static async Task<bool> CrashesAsync(Func<Task> step)
    {
        try
        {
            await step();
            return false;
        }
        catch (SimulatedCrash)
        {
            return true;
        }
    }
}
