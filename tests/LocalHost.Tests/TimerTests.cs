using Azure.Storage.Blobs;
using PianoZona.Testing;

namespace PianoZona.LocalHost.Tests;

public sealed class TimerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Status = "timers/pianozona/Host.Functions.EveryHour/status";

    [Fact]
    public async Task Schedule_FromASetting_RunsOnIt()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite, settings: ("EverySecond", "* * * * * *"));
        await sample.CountAsync("second False", 2);
        await sample.CountAsync("start False", 1);
    }

    [Fact]
    public async Task Schedule_MissedWhileTheHostWasAway_RunsAtTheNextStartAndSaysSo()
    {
        BlobClient state = new(azurite.ConnectionString, "azure-webjobs-hosts", Status);
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        await SampleHost.EventuallyAsync(async () => await state.ExistsAsync());
        Assert.DoesNotContain("hour True", sample.Journal);
        await sample.StopAsync();

        // Nobody was here for two days.
        await state.UploadAsync(
            BinaryData.FromString(
                """{"Last":"2026-01-01T10:00:00+00:00","Next":"2026-01-01T11:00:00+00:00","LastUpdated":"2026-01-01T10:00:00+00:00"}"""
            ),
            overwrite: true);
        await sample.StartAgainAsync();
        await sample.CountAsync("hour True", 1);
    }
}
