using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>Uploads whose event never came.</summary>
public sealed class SweepTests
{
    private const string Name = "018030/spesa-sociale/2020/a.csv";

    [Fact]
    public async Task Sweep_SeveralAtOnce_AnnounceAWaitingFileOnce()
    {
        using MemoryHub hub = new();
        hub.Put(Name, Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hub.Get<SweepPipeline>().SweepAsync(default)));

        Assert.EndsWith(Name, Assert.Single(hub.Queues.Uploads).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_FileWrittenAgain_AnnouncesTheNewVersion()
    {
        using MemoryHub hub = new();
        hub.Put(Name, Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        await hub.Get<SweepPipeline>().SweepAsync(default);
        hub.Put(Name, Csv.Spending("018030", 2020, ("ANZIANI", "2,00")), 2);
        await hub.Get<SweepPipeline>().SweepAsync(default);

        Assert.Equal(2, hub.Queues.Uploads.Select(created => created.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Announced_File_IsProcessedByItsEvent()
    {
        using MemoryHub hub = new();
        hub.Put(Name, Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        await hub.Get<SweepPipeline>().SweepAsync(default);

        await hub.Get<UploadEvents>().ProcessAsync(hub.Queues.Uploads.Dequeue(), default);

        Assert.Empty(hub.Waiting);
    }
}
