using Azure.Storage.Queues;
using PianoZona.Contracts;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>Uploads whose event never came.</summary>
public sealed class SweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Sweep_SeveralAtOnce_AnnounceAWaitingFileOnce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        await hub.PutAsync("018030/spesa-sociale/2020/a.csv", Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.Get<SweepPipeline>().SweepAsync(default)));

        QueueClient queue = hub.Get<QueueServiceClient>().GetQueueClient(StorageNames.UploadEvents);
        Assert.Single((await queue.ReceiveMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task Process_SameFileTwiceAtOnce_BothEndWell()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        for (int year = 2030; year < 2040; year++)
        {
            string name = $"018030/spesa-sociale/{year}/a.csv";
            await hub.PutAsync(name, Csv.Spending("018030", year, ("ANZIANI", "1,00")), year);
            await Task.WhenAll(hub.ProcessAsync(name), hub.ProcessAsync(name), hub.ProcessAsync(name));
            await hub.ReconcileAllAsync();

            Assert.Equal(Money.Parse("1.00"), (await hub.StateAsync("COM", year)).Balances[0].Paid);
        }
    }
}
