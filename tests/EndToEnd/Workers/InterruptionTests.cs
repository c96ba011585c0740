using System.Diagnostics;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>A long file whose host stops, or whose worker dies, in the middle of it.</summary>
public sealed class InterruptionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    // By then some tens of thousands of rows were taken in.
    private const int BytesOfRows = 100_000;

    [Fact]
    public async Task Stop_WhileAFileIsTakenIn_IsCutOffAndTheNextStartResumes()
    {
        await using WorkerHub hub = new(azurite) { DrainLimit = TimeSpan.FromMilliseconds(100) };
        await hub.StartAsync();
        (ReceiptId id, string name) = await BegunAsync(hub, "2025-09");
        await hub.StopAsync();
        await hub.StartAsync();

        await EndsWellAsync(hub, id, name, "2025-09");
    }

    [Fact]
    public async Task Kill_OfTheWorkerWhileAFileIsTakenIn_IsResumedByTheNextWorker()
    {
        await using WorkerHub hub = new(azurite);
        await hub.StartAsync();
        (ReceiptId id, string name) = await BegunAsync(hub, "2025-10");
        using (Process worker = WorkerProcesses.With("TMPDIR", hub.WorkerTemp))
        {
            worker.Kill();
        }

        await EndsWellAsync(hub, id, name, "2025-10");
    }

    // A file that has been taken in by some part.
    private static async Task<(ReceiptId Id, string Name)> BegunAsync(WorkerHub hub, string period)
    {
        string name = $"ente-coop/{LongFile.Flow}/{period}/a.csv";
        ReceiptId id = await hub.PutAsync(name, LongFile.Of(period), 1);
        await hub.AnnounceAsync(name);
        await HubFixture.EventuallyAsync(() =>
            Directory.EnumerateFiles(hub.WorkerTemp).Any(file => new FileInfo(file).Length > BytesOfRows));
        Assert.Equal(1, hub.Hub.Running);
        Assert.Null(await hub.FindAsync(id));
        return (id, name);
    }

    private static async Task EndsWellAsync(WorkerHub hub, ReceiptId id, string name, string period)
    {
        Assert.True(await hub.IsWaitingAsync(name));
        Receipt receipt = await hub.ReceiptAsync(id, name);

        Assert.Equal(Outcome.Accepted, receipt.Outcome);
        Assert.Equal(LongFile.Rows, receipt.Rows.Read);
        Assert.Equal(LongFile.Rows, receipt.Rows.Accepted + receipt.Rows.Refused);
        Assert.Equal([id.Path + ".json"], await hub.ReceiptsAsync(id));
        Assert.Equal([id.Text], await hub.PostingsAsync(LongFile.Flow, period));
        FundState state = await hub.StateAsync("FNA", 2025);
        Assert.Equal(
            new Money(LongFile.Rows * 100L),
            Assert.Single(state.Contributions, one => one.ReceiptId == id.Text).Entries[0].Amount);
        Assert.Equal(0, await hub.CountAsync(PoisonQueues.UploadEvents));
    }
}
