using PianoZona.Contracts;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Allocations;
using PianoZona.Testing;
using static PianoZona.EndToEnd.Allocations.AllocationSteps;

namespace PianoZona.EndToEnd.Allocations;

/// <summary>
/// A riparto whose delivery was interrupted, and nobody repeats the step: the night completes it. The rest is in
/// tests/Hub.Tests.
/// </summary>
public sealed class AllocationCompletionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{

    /// <summary>
    /// The night itself dies anywhere, again and again: there is one file in the end, and one after it was read.
    /// </summary>
    [Fact]
    public async Task Complete_InterruptedAtAnyRequest_DeliversOnce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        FundKey fund = new("FNPS", 2096);
        await ApprovedAsync(hub, fund);
        hub.Faults.Refuses = request =>
            request.Method.Method == "PUT"
            && request.Uri.ToString().Contains($"/{StorageNames.Inbox}/", StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => PutInForceAsync(hub, fund)));
        hub.Faults.Refuses = null;
        hub.Faults.AfterTheService = true;
        Assert.Empty(await WaitingAsync(hub, fund));

        await InterruptedEverywhereAsync(hub);
        await hub.ProcessAsync(Assert.Single(await WaitingAsync(hub, fund)));
        await InterruptedEverywhereAsync(hub);
        Assert.Empty(await WaitingAsync(hub, fund));
        Assert.Equal(0, await hub.Get<AllocationCompletion>().CompleteAsync(TestAmbito.Code, default));

        await hub.ReconcileAllAsync();
        Assert.Equal(Money.Parse("40.00"), (await hub.StateAsync("FNPS", fund.Year)).Balances[0].Allocated);
    }

    /// <summary>
    /// The cost of a night does not grow with the riparti, only with the years that have one in force.
    /// </summary>
    [Fact]
    public async Task Complete_MoreRipartiOfAYear_CostTheSame()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        await AllStepsAsync(hub, new FundKey("FNPS", 2094));
        await hub.ProcessAsync(Assert.Single(await WaitingAsync(hub, new FundKey("FNPS", 2094))));
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
