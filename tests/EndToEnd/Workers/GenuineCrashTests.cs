using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>A crash in the genuine worker, and its message tried again by the genuine listener.</summary>
public sealed class GenuineCrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly (int At, bool AfterTheService)[] Crashes =
        [(1, false), (2, true), (4, false), (5, true), (7, false), (8, true)];

    [Fact]
    public async Task Upload_CrashAtSomeRequests_EndsAsIfUndisturbed()
    {
        await using InProcessHub hub = await InProcessHub.StartAsync(azurite);
        foreach ((int at, bool after) in Crashes)
        {
            // A period of its own for each crash, with an earlier upload that the crashing one replaces.
            int year = 2060 + at;
            string folder = string.Create(CultureInfo.InvariantCulture, $"018030/spesa-sociale/{year}");
            ReceiptId first = await hub.SendAsync(
                $"{folder}/a.csv", Csv.Spending("018030", year, ("ANZIANI", "5,00")), at);
            await hub.ReceiptAsync(first, $"{folder}/a.csv");
            int crashed = hub.Faults.Crashes;
            hub.Faults.AfterTheService = after;
            hub.Faults.CrashAt = at;
            ReceiptId id = await hub.SendAsync(
                $"{folder}/b.csv", Csv.Spending("018030", year, ("ANZIANI", "7,00")), 1000 + at);

            Assert.Equal(Outcome.Accepted, (await hub.ReceiptAsync(id, $"{folder}/b.csv")).Outcome);
            Assert.Equal(crashed + 1, hub.Faults.Crashes);
            FundState state = await hub.StateAsync("COM", year);
            Assert.Equal(Money.Parse("7.00"), state.Balances[0].Paid);
            Assert.Equal(id.Text, Assert.Single(state.Contributions).ReceiptId);
            Assert.Equal([first.Text, id.Text], await hub.PostingsAsync("spesa-sociale", $"{year:D4}"));
        }

        Assert.Equal(Crashes.Length, hub.Ended.Count(run => run.Failed));
        Assert.Equal(0, await hub.CountAsync(PoisonQueues.UploadEvents));
        Assert.Equal(0, await hub.CountAsync(PoisonQueues.Reconciliations));
    }
}
