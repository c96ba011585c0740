using PianoZona.Contracts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>The same event several times at once, on the real storage.</summary>
public sealed class SameEventTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
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
