using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Testing;

namespace PianoZona.Shims.FunctionsWorker.Tests;

public sealed class ScheduledFunction(Journal journal, TimeProvider time)
{
    [Function("Scheduled")]
    public async Task Run([TimerTrigger("%Orario%")] TimerInfo timer)
    {
        journal.Add(timer);
        journal.Add(time.GetUtcNow());
        if (journal.Entries.Count == 2)
        {
            await Task.Yield();
            throw new InvalidOperationException("the first run fails, the next ones come all the same");
        }
    }
}

public sealed class StartupFunction(Journal journal)
{
    [Function("Startup")]
    public void Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => journal.Add(timer);
}

public sealed class SlowTimerFunction(Journal journal)
{
    [Function("SlowTimer")]
    public async Task Run([TimerTrigger("00:00:01")] TimerInfo timer)
    {
        journal.Add(timer.ScheduleStatus is null ? "unmonitored" : "monitored");
        await journal.Gate;
        journal.Add("done");
    }
}

[Collection(StorageCollection.Name)]
public sealed class TimerTriggerTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private readonly ManualTimeProvider time = new(Start);
    private readonly string hostId = AzuriteFixture.UniqueName("host");

    [Fact]
    public async Task Run_OnSchedule_RunsAtEachOccurrenceThoughOneFails()
    {
        await using TestHost host = await StartAsync(typeof(ScheduledFunction));
        await TickAsync(Start + FiveMinutes);
        await host.Journal.WaitForAsync(2);
        await TickAsync(Start + (2 * FiveMinutes));
        await host.Journal.WaitForAsync(4);
        Assert.Equal([Start + FiveMinutes + Millisecond, Start + (2 * FiveMinutes) + Millisecond], host.Journal.Of<DateTimeOffset>());
        Assert.All(host.Journal.Of<TimerInfo>(), timer => Assert.False(timer.IsPastDue));
        Assert.Equal((Start + (2 * FiveMinutes)).UtcDateTime, host.Journal.Of<TimerInfo>()[1].ScheduleStatus!.Next);
        Assert.Contains(host.Logs.Lines, line => line.Contains("the first run fails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_AfterDowntime_RunsAtOncePastDue()
    {
        await using (TestHost first = await StartAsync(typeof(ScheduledFunction)))
        {
            await time.WaitUntilAwaitedAsync(Start + FiveMinutes);
        }

        BlobClient status = new(azurite.ConnectionString, "azure-webjobs-hosts", $"timers/{hostId}/ScheduledFunction.Scheduled/status");
        Assert.True(await status.ExistsAsync());
        time.Advance(TimeSpan.FromHours(1));
        await using TestHost second = await StartAsync(typeof(ScheduledFunction));
        await second.Journal.WaitForAsync(2);
        Assert.True(second.Journal.Of<TimerInfo>().Single().IsPastDue);
        await TickAsync(Start + TimeSpan.FromMinutes(65));
        await second.Journal.WaitForAsync(4);
        Assert.False(second.Journal.Of<TimerInfo>()[1].IsPastDue);
    }

    [Fact]
    public async Task Run_NothingMissed_WaitsForNextOccurrence()
    {
        await using (TestHost first = await StartAsync(typeof(ScheduledFunction)))
        {
            await time.WaitUntilAwaitedAsync(Start + FiveMinutes);
        }

        time.Advance(TimeSpan.FromMinutes(3));
        await using TestHost second = await StartAsync(typeof(ScheduledFunction));
        await time.WaitUntilAwaitedAsync(Start + FiveMinutes);
        Assert.Empty(second.Journal.Entries);
    }

    [Fact]
    public async Task Run_ScheduleChangedDuringDowntime_IsNotPastDue()
    {
        await using (TestHost first = await StartAsync(typeof(ScheduledFunction)))
        {
            await time.WaitUntilAwaitedAsync(Start + FiveMinutes);
        }

        time.Advance(TimeSpan.FromHours(1));
        await using TestHost second = await StartAsync(typeof(ScheduledFunction), "0 */7 * * * *");
        await time.WaitUntilAwaitedAsync(Start + TimeSpan.FromMinutes(67));
        Assert.Empty(second.Journal.Entries);
    }

    [Fact]
    public async Task Run_RunOnStartup_RunsOnceWhenTheHostStarts()
    {
        await using TestHost host = await StartAsync(typeof(StartupFunction));
        await host.Journal.WaitForAsync(1);
        await time.WaitUntilAwaitedAsync(Start + TimeSpan.FromHours(1)); // the longest single wait
        Assert.False(host.Journal.Of<TimerInfo>().Single().IsPastDue);
    }

    [Fact]
    public async Task Run_TwoHosts_OneRunsEachOccurrenceAndTheOtherTakesOver()
    {
        Journal together = new();
        TestHost one = await StartAsync(typeof(ScheduledFunction), journal: together);
        await time.WaitUntilAwaitedAsync(Start + FiveMinutes);
        await using TestHost other = await StartAsync(typeof(ScheduledFunction), journal: together);
        await time.WaitUntilAwaitedAsync(Start + TimeSpan.FromSeconds(5)); // the other one's next try for the lock
        for (int i = 1; i <= 3; i++)
        {
            await TickAsync(Start + (i * FiveMinutes));
            await together.WaitForAsync(2 * i);
        }

        await time.WaitUntilAwaitedAsync(Start + (4 * FiveMinutes));
        Assert.Equal(3, together.Of<TimerInfo>().Count);
        await one.DisposeAsync();
        time.Advance(TimeSpan.FromSeconds(10));
        await TickAsync(Start + (4 * FiveMinutes));
        await together.WaitForAsync(8);
        Assert.Equal(4, together.Of<TimerInfo>().Count);
    }

    [Fact]
    public async Task Run_LongerThanItsPeriod_DoesNotOverlapAndStopWaitsForIt()
    {
        await using TestHost host = await StartAsync(typeof(SlowTimerFunction));
        await TickAsync(Start + TimeSpan.FromSeconds(1));
        await host.Journal.WaitForAsync(1);
        time.Advance(TimeSpan.FromSeconds(30));
        Task stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        host.Journal.OpenGate();
        await stop;
        Assert.Equal(["unmonitored", "done"], host.Journal.Entries);
    }

    private async Task TickAsync(DateTimeOffset due)
    {
        await time.WaitUntilAwaitedAsync(due);
        time.Advance(due + Millisecond - time.GetUtcNow());
    }

    private Task<TestHost> StartAsync(Type function, string schedule = "0 */5 * * * *", Journal? journal = null)
    {
        FunctionsApplicationBuilder builder = TestHost.Builder(azurite.ConnectionString, [], function);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Orario"] = schedule,
            ["AzureFunctionsWebHost:hostid"] = hostId,
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        if (journal is not null)
        {
            builder.Services.AddSingleton(journal);
        }

        return TestHost.StartAsync(builder);
    }
}
