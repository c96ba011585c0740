using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Nightly;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>
/// A crash after any storage request, then the same event again: as if nothing had happened. Every other moment, and
/// what else may go wrong, is in tests/Hub.Tests, whose ports keep the same laws as the storage.
/// </summary>
public sealed class CrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Process_CrashAtAnyRequestThenResumed_EndsAsIfUndisturbed()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = true;
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            // A period of its own for each crash, with an earlier upload that the crashing one replaces.
            int year = 2000 + at;
            string folder = $"018030/spesa-sociale/{year}";
            await hub.PutAsync($"{folder}/a.csv", Csv.Spending("018030", year, ("ANZIANI", "5,00")), at);
            await hub.ProcessAsync($"{folder}/a.csv");
            await hub.ReconcileAllAsync();
            ReceiptId id = await hub.PutAsync(
                $"{folder}/b.csv", Csv.Spending("018030", year, ("ANZIANI", "7,00")), 1000 + at);

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
            hub.Faults.Instead = async () =>
                newer = await hub.PutAsync(name, Csv.Spending("018137", year, ("ANZIANI", "7,00")), 2);
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
            Assert.Equal(
                await hub.FindReceiptAsync(older) is not null, await hub.IsInAsync(StorageNames.Archive, older.Path));
        }
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
