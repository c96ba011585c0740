using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;
using static PianoZona.Hub.Tests.Allocations.AllocationSteps;
using static PianoZona.Hub.Tests.Memory.Requests;

namespace PianoZona.Hub.Tests.Allocations;

/// <summary>
/// A crash between any two requests of a riparto, then the same steps again: as if nothing had happened.
/// </summary>
public sealed class AllocationCrashTests
{
    private static readonly FundKey Fund = new("DDN", 2020);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Riparto_CrashAtAnyRequestThenRepeated_IsInForceOnce(bool afterItIsDone)
    {
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            using MemoryHub hub = new();
            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => AllStepsAsync(hub, Fund));
            hub.Requests.CrashAt = 0;
            await AllStepsAsync(hub, Fund);
            await hub.ProcessAsync(Assert.Single(Waiting(hub, Fund)));
            await AllStepsAsync(hub, Fund);
            await hub.ReconcileAllAsync();

            await AssertAllocatedAsync(hub, Fund, "40.00");
            Assert.Single((await hub.StateAsync("DDN", 2020)).Contributions);
            Assert.Empty(Waiting(hub, Fund));
            Assert.Single(await hub.Get<IAllocationStore>().ListAsync(TestAmbito.Code, Fund, default));
        }

        Assert.InRange(at, 10, 45);
    }

    /// <summary>
    /// Somebody else takes all steps of another fund of the year between any two requests: both are in the last file.
    /// </summary>
    [Fact]
    public async Task Riparto_AnotherFundOfTheYearMeanwhileAtAnyRequest_BothAreInForce()
    {
        FundKey other = new("FNPS", 2020);
        bool happened = true;
        for (int at = 1; happened; at++)
        {
            using MemoryHub hub = new();
            happened = false;
            hub.Requests.Instead = () =>
            {
                happened = true;
                return AllStepsAsync(hub, other);
            };
            hub.Requests.CrashAt = at;
            Reply<AllocationInYear> reply = await AllStepsAsync(hub, Fund);
            (hub.Requests.Instead, hub.Requests.CrashAt) = (null, 0);
            await AllStepsAsync(hub, other);
            Assert.IsType<Reply<AllocationInYear>.Done>(reply);
            foreach (string file in Waiting(hub, Fund))
            {
                await hub.ProcessAsync(file);
            }

            await hub.ReconcileAllAsync();
            await AssertAllocatedAsync(hub, Fund, "40.00");
            await AssertAllocatedAsync(hub, other, "40.00");
            Assert.InRange(at, 1, 45);
        }
    }

    /// <summary>People put riparti of funds of one year in force at once: all are in the last file.</summary>
    [Fact]
    public async Task Riparto_FourFundsOfOneYearAtOnce_AreAllInForce()
    {
        using MemoryHub hub = new();
        FundKey[] funds = [new("FNPS", 2020), new("FNA", 2020), new("QSFP", 2020), new("FSR", 2020)];
        Reply<AllocationInYear>[] replies = await Task.WhenAll(funds.Select(fund => AllStepsAsync(hub, fund)));
        Assert.All(replies, reply => Assert.IsType<Reply<AllocationInYear>.Done>(reply));
        foreach (string file in Waiting(hub, funds[0]))
        {
            await hub.ProcessAsync(file);
        }

        await hub.ReconcileAllAsync();
        foreach (FundKey fund in funds)
        {
            await AssertAllocatedAsync(hub, fund, "40.00");
        }
    }

    /// <summary>
    /// A file of the flow that still waits may hold rows that nobody has read: they must not be lost.
    /// </summary>
    [Fact]
    public async Task Riparto_WhileAFileOfTheYearWaits_WaitsToo()
    {
        using MemoryHub hub = new();
        const string Name = "ente-udp/riparto/2020/a.csv";
        hub.Put(Name, "fondo;annualita;ente;importo\r\nFNA;2020;018041;7,00\r\n", 1);
        Reply<AllocationInYear>.ConflictsOn waits = Assert.IsType<Reply<AllocationInYear>.ConflictsOn>(
            await AllStepsAsync(hub, Fund));
        Assert.Contains("attende ancora", waits.Reason, StringComparison.Ordinal);

        await hub.ProcessAsync(Name);
        Assert.IsType<Reply<AllocationInYear>.Done>(await AllStepsAsync(hub, Fund));
        await hub.ProcessAsync(Assert.Single(Waiting(hub, Fund)));
        await hub.ReconcileAllAsync();
        await AssertAllocatedAsync(hub, new FundKey("FNA", 2020), "7.00");
    }

    /// <summary>A delivery that could not be processed is made again by repeating the step.</summary>
    [Fact]
    public async Task Riparto_WhoseFileWasQuarantined_IsDeliveredAnew()
    {
        using MemoryHub hub = new();
        await AllStepsAsync(hub, Fund);
        await hub.Get<UploadPipeline>().QuarantineAsync(Assert.Single(Waiting(hub, Fund)), default);
        Assert.Empty(Waiting(hub, Fund));

        await AllStepsAsync(hub, Fund);
        await hub.ProcessAsync(Assert.Single(Waiting(hub, Fund)));
        await hub.ReconcileAllAsync();
        await AssertAllocatedAsync(hub, Fund, "40.00");
    }

    private static async Task AssertAllocatedAsync(MemoryHub hub, FundKey fund, string amount)
    {
        FundState state = await hub.StateAsync(fund.Fund, fund.Year);
        Assert.Equal(Money.Parse(amount), state.Balances[0].Allocated);
    }
}
