using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;
using static PianoZona.EndToEnd.AllocationSteps;

namespace PianoZona.EndToEnd;

/// <summary>A riparto whose delivery was interrupted, and nobody repeats the step: the night completes it.</summary>
public sealed class AllocationCompletionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nightly_StepInterruptedAtAnyRequest_IsInTheLedgerOnceIfItCameIntoForce(bool afterTheService)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = afterTheService;
        bool crashed = true;
        int at = 0;
        int completed = 0;
        while (crashed)
        {
            at++;
            FundKey fund = new("DDN", (afterTheService ? 2050 : 2000) + at);
            await ApprovedAsync(hub, fund);
            hub.Faults.CrashAt = at;
            crashed = await CrashesAsync(() => PutInForceAsync(hub, fund));
            hub.Faults.CrashAt = 0;
            bool isInForce = (await hub.Get<IAllocationStore>().RegisterAsync(TestAmbito.Code, fund.Year, default)).Value.InForce(fund) is not null;
            bool waited = (await WaitingAsync(hub, fund)).Count > 0;

            await hub.Get<NightlyPipeline>().RunAsync(default);
            IReadOnlyList<string> files = await WaitingAsync(hub, fund);
            Assert.Equal(isInForce ? 1 : 0, files.Count);
            completed += files.Count > 0 && !waited ? 1 : 0;
            foreach (string file in files)
            {
                await hub.ProcessAsync(file);
            }

            await hub.Get<NightlyPipeline>().RunAsync(default);
            Assert.Empty(await WaitingAsync(hub, fund));
            await hub.ReconcileAllAsync();
            FundState state = await hub.StateAsync("DDN", fund.Year);
            Assert.Equal(isInForce ? 1 : 0, state.Contributions.Count);
            Assert.Equal(isInForce ? Money.Parse("40.00") : null, state.Balances.Count == 0 ? null : state.Balances[0].Allocated);
        }

        Assert.InRange(at, 6, 30);
        Assert.InRange(completed, 1, at);
    }

    /// <summary>The night itself dies anywhere, again and again: there is one file in the end, and one after it was read.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Complete_InterruptedAtAnyRequest_DeliversOnce(bool afterTheService)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        FundKey fund = new("FNPS", afterTheService ? 2097 : 2096);
        await ApprovedAsync(hub, fund);
        hub.Faults.Refuses = request => request.Method.Method == "PUT" && request.Uri.ToString().Contains($"/{StorageNames.Inbox}/", StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => PutInForceAsync(hub, fund)));
        hub.Faults.Refuses = null;
        hub.Faults.AfterTheService = afterTheService;
        Assert.Empty(await WaitingAsync(hub, fund));

        await InterruptedEverywhereAsync(hub);
        await hub.ProcessAsync(Assert.Single(await WaitingAsync(hub, fund)));
        await InterruptedEverywhereAsync(hub);
        Assert.Empty(await WaitingAsync(hub, fund));
        Assert.Equal(0, await hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default));

        await hub.ReconcileAllAsync();
        Assert.Equal(Money.Parse("40.00"), (await hub.StateAsync("FNPS", fund.Year)).Balances[0].Allocated);
    }

    /// <summary>A file that nobody could read waits for a person: sending it again every night would change nothing.</summary>
    [Fact]
    public async Task Complete_FileThatWasQuarantined_IsNotDeliveredAgain()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        FundKey fund = new("FNPS", 2095);
        await AllStepsAsync(hub, fund);
        await hub.Get<UploadPipeline>().QuarantineAsync(Assert.Single(await WaitingAsync(hub, fund)), default);

        await hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default);

        Assert.Empty(await WaitingAsync(hub, fund));
    }

    /// <summary>The cost of a night does not grow with the riparti, only with the years that have one in force.</summary>
    [Fact]
    public async Task Complete_MoreRipartiOfAYear_CostTheSame()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        await AllStepsAsync(hub, new FundKey("FNPS", 2094));
        int before = await RequestsAsync(hub);
        await ApprovedAsync(hub, new FundKey("FNA", 2094));
        await ApprovedAsync(hub, new FundKey("QSFP", 2094));

        Assert.Equal(before, await RequestsAsync(hub));
    }

    private static async Task InterruptedEverywhereAsync(QuietHub hub)
    {
        int at = 1;
        do
        {
            hub.Faults.CrashAt = at++;
        }
        while (await CrashesAsync(() => hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default)));

        hub.Faults.CrashAt = 0;
    }

    private static async Task<int> RequestsAsync(QuietHub hub)
    {
        await hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default);
        int at = 0;
        do
        {
            hub.Faults.CrashAt = ++at;
        }
        while (await CrashesAsync(() => hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default)));

        hub.Faults.CrashAt = 0;
        return at - 1;
    }
}
