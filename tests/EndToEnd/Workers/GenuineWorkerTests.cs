using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>Time and counters in the genuine worker.</summary>
public sealed class GenuineWorkerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Upload_WithAClockOfTheTest_IsFinishedWhenThatSays()
    {
        StoppedClock clock = new() { Now = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero) };
        await using InProcessHub hub = await InProcessHub.StartAsync(
            azurite, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        DateTimeOffset first = (await AcceptedAsync(hub, "018041/spesa-sociale/2030/a.csv", 1)).FinishedAt;
        clock.Now = clock.Now.AddDays(400);
        DateTimeOffset second = (await AcceptedAsync(hub, "018041/spesa-sociale/2030/b.csv", 2)).FinishedAt;

        Assert.Equal(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero), first);
        Assert.Equal(clock.Now, second);
    }

    /// <summary>The cost that the worker logs is what its storage clients sent, and four of the triggers.</summary>
    [Fact]
    public async Task Upload_CostThatIsTold_IsWhatWasSent()
    {
        await using InProcessHub hub = await InProcessHub.StartAsync(azurite);
        await AcceptedAsync(hub, "018091/spesa-sociale/2031/a.csv", 1);
        int before = hub.Faults.Requests;
        Receipt receipt = await AcceptedAsync(hub, "018091/spesa-sociale/2032/a.csv", 2);
        int sent = hub.Faults.Requests - before;

        Assert.Equal(sent + 4, hub.Hub.Costs[receipt.Id]);
        Assert.Equal(sent + 4, hub.Worker.GetRequiredService<TransactionCounter>().ByUpload[receipt.Id]);
        Assert.Equal(["UploadArrived", "ReconcileRequested"], hub.Ended.Skip(2).Select(run => run.Function));
    }

    private static async Task<Receipt> AcceptedAsync(InProcessHub hub, string name, long sequence)
    {
        string[] parts = name.Split('/');
        int year = int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture);
        string content = Csv.Spending(parts[0], year, ("ANZIANI", "10,00"));
        Receipt receipt = await hub.ReceiptAsync(await hub.SendAsync(name, content, sequence), name);
        Assert.Equal(Outcome.Accepted, receipt.Outcome);
        return receipt;
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
