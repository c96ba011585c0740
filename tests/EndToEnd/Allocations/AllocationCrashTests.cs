using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Ports;
using PianoZona.Testing;
using static PianoZona.EndToEnd.Allocations.AllocationSteps;

namespace PianoZona.EndToEnd.Allocations;

/// <summary>
/// A crash after any storage request of a riparto, then the same steps again; the rest is in tests/Hub.Tests.
/// </summary>
public sealed class AllocationCrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Riparto_CrashAtAnyRequestThenRepeated_IsInForceOnce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = true;
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            FundKey fund = new("DDN", 2000 + at);
            hub.Faults.CrashAt = at;
            crashed = await CrashesAsync(() => AllStepsAsync(hub, fund));
            hub.Faults.CrashAt = 0;
            await AllStepsAsync(hub, fund);
            string file = Assert.Single(await WaitingAsync(hub, fund));
            await hub.ProcessAsync(file);
            await AllStepsAsync(hub, fund);
            await hub.ReconcileAllAsync();

            FundState state = await hub.StateAsync("DDN", fund.Year);
            Assert.Equal(Money.Parse("40.00"), state.Balances[0].Allocated);
            Assert.Single(state.Contributions);
            Assert.Empty(await WaitingAsync(hub, fund));
            Assert.Single(await hub.Get<IAllocationStore>().ListAsync(TestAmbito.Code, fund, default));
        }

        Assert.InRange(at, 10, 45);
    }

    /// <summary>People put riparti of funds of one year in force at once: all are in the last file.</summary>
    [Fact]
    public async Task Riparto_FourFundsOfOneYearAtOnce_AreAllInForce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        FundKey[] funds = [new("FNPS", 2096), new("FNA", 2096), new("QSFP", 2096), new("FSR", 2096)];
        Reply<AllocationInYear>[] replies = await Task.WhenAll(funds.Select(fund => AllStepsAsync(hub, fund)));
        Assert.All(replies, reply => Assert.IsType<Reply<AllocationInYear>.Done>(reply));
        foreach (string file in await WaitingAsync(hub, funds[0]))
        {
            await hub.ProcessAsync(file);
        }

        await hub.ReconcileAllAsync();
        foreach (FundKey fund in funds)
        {
            Assert.Equal(Money.Parse("40.00"), (await hub.StateAsync(fund.Fund, 2096)).Balances[0].Allocated);
        }
    }
}
