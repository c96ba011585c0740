using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;
using static PianoZona.EndToEnd.AllocationSteps;

namespace PianoZona.EndToEnd;

/// <summary>A crash between any two storage requests of a riparto, then the same steps again: as if nothing had happened.</summary>
public sealed class AllocationCrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Riparto_CrashAtAnyRequestThenRepeated_IsInForceOnce(bool afterTheService)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = afterTheService;
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            FundKey fund = new("DDN", (afterTheService ? 2050 : 2000) + at);
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
        AllocationOutcome[] outcomes = await Task.WhenAll(funds.Select(fund => AllStepsAsync(hub, fund)));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Conflict));
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

    /// <summary>A file of the flow that still waits may hold rows that nobody has read: they must not be lost.</summary>
    [Fact]
    public async Task Riparto_WhileAFileOfTheYearWaits_WaitsToo()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        FundKey fund = new("FNPS", 2095);
        const string Name = "ente-udp/riparto/2095/a.csv";
        await hub.PutAsync(Name, "fondo;annualita;ente;importo\r\nFNA;2095;018041;7,00\r\n", 1);
        Assert.Contains("attende ancora", (await AllStepsAsync(hub, fund)).Conflict, StringComparison.Ordinal);

        await hub.ProcessAsync(Name);
        Assert.Null((await AllStepsAsync(hub, fund)).Conflict);
        await hub.ProcessAsync(Assert.Single(await WaitingAsync(hub, fund)));
        await hub.ReconcileAllAsync();
        Assert.Equal(Money.Parse("7.00"), (await hub.StateAsync("FNA", 2095)).Balances[0].Allocated);
    }

    /// <summary>A delivery that could not be processed is made again by repeating the step.</summary>
    [Fact]
    public async Task Riparto_WhoseFileWasQuarantined_IsDeliveredAnew()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        FundKey fund = new("FNPS", 2094);
        await AllStepsAsync(hub, fund);
        await hub.Get<UploadPipeline>().QuarantineAsync(Assert.Single(await WaitingAsync(hub, fund)), default);
        Assert.Empty(await WaitingAsync(hub, fund));

        await AllStepsAsync(hub, fund);
        await hub.ProcessAsync(Assert.Single(await WaitingAsync(hub, fund)));
        await hub.ReconcileAllAsync();
        Assert.Equal(Money.Parse("40.00"), (await hub.StateAsync("FNPS", 2094)).Balances[0].Allocated);
    }
}
