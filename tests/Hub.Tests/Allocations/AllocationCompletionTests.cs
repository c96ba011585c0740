using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;
using static PianoZona.Hub.Tests.Allocations.AllocationSteps;
using static PianoZona.Hub.Tests.Memory.Requests;

namespace PianoZona.Hub.Tests.Allocations;

/// <summary>A riparto whose delivery was interrupted, and nobody repeats the step: the night completes it.</summary>
public sealed class AllocationCompletionTests
{
    private static readonly FundKey Fund = new("FNPS", 2020);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nightly_StepInterruptedAtAnyRequest_IsInTheLedgerOnceIfItCameIntoForce(bool afterItIsDone)
    {
        bool crashed = true;
        int at = 0;
        int completed = 0;
        while (crashed)
        {
            at++;
            using MemoryHub hub = new();
            await ApprovedAsync(hub, Fund);
            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => PutInForceAsync(hub, Fund));
            hub.Requests.CrashAt = 0;
            bool isInForce =
                (await hub.Get<IAllocationStore>().RegisterAsync(TestAmbito.Code, Fund.Year, default)).Value.InForce(
                    Fund)
                is not null;
            bool waited = Waiting(hub, Fund).Count > 0;

            await hub.Get<NightlyPipeline>().RunAsync(default);
            IReadOnlyList<string> files = Waiting(hub, Fund);
            Assert.Equal(isInForce ? 1 : 0, files.Count);
            completed += files.Count > 0 && !waited ? 1 : 0;
            await ProcessAllAsync(hub);

            FundState state = await hub.StateAsync("FNPS", Fund.Year);
            Assert.Equal(isInForce ? 1 : 0, state.Contributions.Count);
            Assert.Equal(
                isInForce ? Money.Parse("40.00") : null,
                state.Balances.Count == 0 ? null : state.Balances[0].Allocated);
        }

        Assert.InRange(at, 6, 30);
        Assert.InRange(completed, 1, at);
    }

    /// <summary>
    /// The night itself dies anywhere, again and again: there is one file in the end, and none after it was read.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Complete_InterruptedAtAnyRequest_DeliversOnce(bool afterItIsDone)
    {
        using MemoryHub hub = new();
        await ApprovedAsync(hub, Fund);
        hub.Requests.Refuses = what => what == $"{nameof(IInbox)}.{nameof(IInbox.PutAsync)}";
        Assert.True(await CrashesAsync(() => PutInForceAsync(hub, Fund)));
        hub.Requests.Refuses = null;
        hub.Requests.AfterItIsDone = afterItIsDone;
        Assert.Empty(Waiting(hub, Fund));

        await InterruptedEverywhereAsync(hub);
        await hub.ProcessAsync(Assert.Single(Waiting(hub, Fund)));
        await InterruptedEverywhereAsync(hub);
        Assert.Empty(Waiting(hub, Fund));
        Assert.Equal(0, await hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default));

        await hub.ReconcileAllAsync();
        Assert.Equal(Money.Parse("40.00"), (await hub.StateAsync("FNPS", Fund.Year)).Balances[0].Allocated);
    }

    /// <summary>
    /// A file that nobody could read waits for a person: sending it again every night would change nothing.
    /// </summary>
    [Fact]
    public async Task Complete_FileThatWasQuarantined_IsNotDeliveredAgain()
    {
        using MemoryHub hub = new();
        await AllStepsAsync(hub, Fund);
        await hub.Get<UploadPipeline>().QuarantineAsync(Assert.Single(Waiting(hub, Fund)), default);

        await hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default);

        Assert.Empty(Waiting(hub, Fund));
    }

    private static async Task ProcessAllAsync(MemoryHub hub)
    {
        foreach (string file in Waiting(hub, Fund))
        {
            await hub.ProcessAsync(file);
        }

        await hub.Get<NightlyPipeline>().RunAsync(default);
        Assert.Empty(Waiting(hub, Fund));
        await hub.ReconcileAllAsync();
    }

    private static async Task InterruptedEverywhereAsync(MemoryHub hub)
    {
        int at = 1;
        do
        {
            hub.Requests.CrashAt = at++;
        }
        while (await CrashesAsync(() => hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default)));

        hub.Requests.CrashAt = 0;
    }
}
