using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>What fails at every attempt, and then in its poison queue too.</summary>
public sealed class PoisonTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Name = "018110/spesa-sociale/2040/a.csv";

    [Fact]
    public async Task Upload_WhoseReceiptCannotBeWrittenInThePoisonQueueEither_IsSweptUpAgain()
    {
        await using InProcessHub hub = await InProcessHub.StartAsync(azurite);
        hub.Faults.Refuses = request =>
            request.Uri.Path.Contains($"/{StorageNames.Receipts}/", StringComparison.Ordinal);
        ReceiptId id = await hub.SendAsync(Name, Csv.Spending("018110", 2040, ("ANZIANI", "5,00")), 1);
        await HubFixture.EventuallyAsync(() => hub.Ended.Contains(("UploadFailed", true)));

        Assert.Equal(5, hub.Ended.Count(run => run == ("UploadArrived", true)));
        Assert.Null(await hub.Get<IReceiptStore>().FindAsync(id, default));
        Assert.True(await hub.IsWaitingAsync(Name));

        // The storage is well again. The poison message comes back in ten minutes; the sweep does not wait.
        hub.Faults.Refuses = null;
        await hub.Get<SweepPipeline>().SweepAsync(default);
        Receipt receipt = await hub.ReceiptAsync(id, Name);
        await hub.AnnounceAsync(Name, PoisonQueues.UploadEvents);
        await HubFixture.EventuallyAsync(() => hub.Ended.Contains(("UploadFailed", false)));

        Assert.Equal(Outcome.Accepted, receipt.Outcome);
        Assert.Equivalent(receipt, await hub.Get<IReceiptStore>().FindAsync(id, default));
        Assert.Equal([id.Text], await hub.PostingsAsync("spesa-sociale", "2040"));
        Assert.Equal(Money.Parse("5.00"), (await hub.StateAsync("COM", 2040)).Balances[0].Paid);
    }

    [Fact]
    public async Task Reconciliation_ThatFailsAtEveryAttempt_IsDoneByThePoisonQueueOrInTheNight()
    {
        await using InProcessHub hub = await InProcessHub.StartAsync(azurite);
        foreach (bool inTheNight in (bool[])[false, true])
        {
            string year = inTheNight ? "2042" : "2041";
            string name = $"018135/spesa-sociale/{year}/a.csv";
            int failures = hub.Ended.Count(run => run.Failed) + (inTheNight ? 6 : 5);
            hub.Faults.Refuses = request =>
                request.Uri.Path.Contains($"/{StorageNames.ReconciliationTable}", StringComparison.Ordinal)
                && hub.Ended.Count(run => run.Failed) < failures;
            await hub.SendAsync(name, Csv.Spending("018135", int.Parse(year, null), ("ANZIANI", "5,00")), 1);
            await HubFixture.EventuallyAsync(() => hub.Ended.Contains(("ReconcileFailed", inTheNight)));
            int differing = await hub.Get<NightlyPipeline>().RunAsync(default);

            Assert.Equal(inTheNight ? 1 : 0, differing);
            Assert.Equal(Money.Parse("5.00"), (await hub.StateAsync("COM", int.Parse(year, null))).Balances[0].Paid);
        }
    }
}
