using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.Shims.FunctionsWorker.Tests;

/// <summary>When messages are taken and how long they are held: parallel runs, renewal, time limit, shutdown, latency, cost.</summary>
[Collection(StorageCollection.Name)]
public sealed class QueueListenerTests(AzuriteFixture azurite, ITestOutputHelper output) : QueueTests(azurite)
{
    [Fact]
    public async Task Run_ManyMessages_RunsNoMoreThanBatchAndThreshold()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        for (int i = 0; i < 12; i++)
        {
            await queue.SendMessageAsync("m");
        }

        await using TestHost host = await StartAsync(typeof(HeldFunction), (Queues + "batchSize", "4"), (Queues + "newBatchThreshold", "2"));
        // The first batch of 4 leaves no room for another one: 4 run, more than the threshold of 2.
        await host.Journal.WaitForAsync(4);
        await Task.Delay(TimeSpan.FromMilliseconds(600), TimeProvider.System);
        Assert.Equal(4, host.Journal.Entries.Count);
        host.Journal.OpenGate();
        await host.Journal.WaitForAsync(24);
        Assert.InRange(MaxRunning(host.Journal.Entries), 4, 6);
    }

    [Fact]
    public async Task Run_LongerThanInvisibility_KeepsMessageForItself()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("lungo");
        FunctionsApplicationBuilder builder = Builder(typeof(HeldFunction));
        builder.Services.AddSingleton(new QueueTakenFor(TimeSpan.FromSeconds(2)));
        await using TestHost host = await TestHost.StartAsync(builder);
        await host.Journal.WaitForAsync(1);
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        Assert.Null((await queue.PeekMessageAsync()).Value);
        host.Journal.OpenGate();
        await Eventually.IsTrueAsync(async () => await TestHost.CountAsync(queue) == 0);
        Assert.Equal(["lungo", "done"], host.Journal.Entries);
    }

    [Fact]
    public async Task Stop_WithMessageInFlight_FinishesItAndLeavesTheOthers()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("primo");
        await queue.SendMessageAsync("secondo");
        await using TestHost host = await StartAsync(typeof(HeldFunction), (Queues + "batchSize", "1"), (Queues + "newBatchThreshold", "0"));
        await host.Journal.WaitForAsync(1);
        Task stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        host.Journal.OpenGate();
        await stop;
        Assert.Equal(["primo", "done"], host.Journal.Entries);
        PeekedMessage left = (await queue.PeekMessagesAsync(10)).Value.Single();
        Assert.Equal(("secondo", 0L), (left.Body.ToString(), left.DequeueCount));
    }

    [Fact]
    public async Task Stop_WhileAskingForMessages_PutsBackWhatItGets()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("rimesso");
        HeldRequestPolicy held = new();
        FunctionsApplicationBuilder builder = Builder(typeof(StringFunction));
        builder.Services.ConfigureTriggerStorage(options => options.AddPolicy(held, HttpPipelinePosition.PerCall));
        await using TestHost host = await TestHost.StartAsync(builder);
        await held.Reached.Task;
        Task stop = host.StopAsync();
        held.GoOn.SetResult();
        await stop;
        Assert.Empty(host.Journal.Entries);
        Assert.Equal(("rimesso", 1L), ((await queue.PeekMessageAsync()).Value.Body.ToString(), (await queue.PeekMessageAsync()).Value.DequeueCount));
    }

    [Fact]
    public async Task Stop_FunctionThatDoesNotEnd_IsCancelledAndItsMessageComesBack()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("mai");
        FunctionsApplicationBuilder builder = Builder(typeof(HeldFunction));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(300));
        await using TestHost host = await TestHost.StartAsync(builder);
        await host.Journal.WaitForAsync(1);
        await host.StopAsync();
        Assert.Equal(["mai"], host.Journal.Entries);
        Assert.Equal(1L, (await queue.PeekMessageAsync()).Value.DequeueCount);
    }

    [Fact]
    public async Task Run_OverFunctionTimeout_IsCancelled()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("lento");
        await using TestHost host = await StartAsync(
            typeof(HeldFunction), ("AzureFunctionsJobHost:functionTimeout", "00:00:01"), (Queues + "maxDequeueCount", "1"));
        Assert.Equal("lento", await PoisonAsync());
        Assert.Contains(host.Logs.Lines, line => line.Contains("over its time limit: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConfigureTriggerStorage_CountingPolicy_TellsRunsApart()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("a");
        Journal requests = new();
        FunctionsApplicationBuilder builder = Builder(typeof(StringFunction));
        builder.Services.ConfigureTriggerStorage(options => options.AddPolicy(new CountingPolicy(requests), HttpPipelinePosition.PerRetry));
        await using TestHost host = await TestHost.StartAsync(builder);
        await Eventually.IsTrueAsync(async () => await TestHost.CountAsync(queue) == 0);
        await host.StopAsync();
        Assert.Equal("DELETE in String", requests.Of<string>().Single(entry => entry.Contains(" in ", StringComparison.Ordinal)));
        Assert.Contains(requests.Of<string>(), entry => entry is "GET");
    }

    [Fact]
    public async Task Run_RecentlyBusyQueue_StartsSoonAfterArrival()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await using TestHost host = await StartAsync(typeof(TimestampFunction));
        List<double> latencies = [];
        for (int i = 0; i < 20; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(17 * i % 90), TimeProvider.System);
            await queue.SendMessageAsync("t");
            long sent = TimeProvider.System.GetTimestamp();
            await host.Journal.WaitForAsync(i + 1);
            latencies.Add(TimeProvider.System.GetElapsedTime(sent, host.Journal.Of<long>()[i]).TotalMilliseconds);
        }

        latencies.Sort();
        double median = latencies[10];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median from arrival to start: {median:F0} ms, longest {latencies.Max():F0} ms"));
        Assert.Equal(20, host.Journal.Entries.Count);
    }

    private static int MaxRunning(IEnumerable<object> entries)
    {
        int running = 0;
        return entries.Max(entry => running += entry is "done" ? -1 : 1);
    }

    /// <summary>Holds the first request until told to go on.</summary>
    private sealed class HeldRequestPolicy : HttpPipelinePolicy
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Reached.TrySetResult();
            await GoOn.Task;
            await ProcessNextAsync(message, pipeline);
        }
    }

    private sealed class CountingPolicy(Journal requests) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            FunctionContext? context = FunctionInvocation.Current;
            requests.Add(context is null ? message.Request.Method.ToString() : $"{message.Request.Method} in {context.FunctionDefinition.Name}");
        }
    }
}
