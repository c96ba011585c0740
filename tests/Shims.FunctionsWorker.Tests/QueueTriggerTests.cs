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

[Collection(StorageCollection.Name)]
public sealed class QueueTriggerTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const string Queues = "AzureFunctionsJobHost:extensions:queues:";

    private readonly string name = AzuriteFixture.UniqueName("coda");

    private string Storage => azurite.ConnectionString;

    [Fact]
    public async Task Run_Success_DeletesMessage()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("città");
        await using TestHost host = await StartAsync(typeof(StringFunction));
        await host.Journal.WaitForAsync(1);
        await Eventually.IsTrueAsync(async () => await TestHost.CountAsync(queue) == 0);
        Assert.Equal(["città"], host.Journal.Entries);
    }

    [Fact]
    public async Task Run_BinaryData_HasDecodedBytes()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync(BinaryData.FromBytes([0, 255, 10]));
        await using TestHost host = await StartAsync(typeof(BinaryDataFunction));
        await host.Journal.WaitForAsync(1);
        Assert.Equal([0, 255, 10], host.Journal.Of<BinaryData>().Single().ToArray());
    }

    [Fact]
    public async Task Run_QueueMessage_HasDecodedBodyAndCount()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        SendReceipt sent = await queue.SendMessageAsync("ciao");
        await using TestHost host = await StartAsync(typeof(QueueMessageFunction));
        await host.Journal.WaitForAsync(2);
        QueueMessage message = host.Journal.Of<QueueMessage>().Single();
        Assert.Equal(("ciao", sent.MessageId, 1L), (message.Body.ToString(), message.MessageId, message.DequeueCount));
        Assert.Equal("1", host.Journal.Of<string>().Single());
    }

    [Fact]
    public async Task Run_JsonTypeOverNamedConnection_Binds()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("""{"name":"pacco","weight":3}""");
        await using TestHost host = await StartAsync(typeof(ParcelFunction), ("Conto", Storage), ("AzureWebJobsStorage", null));
        await host.Journal.WaitForAsync(1);
        Assert.Equal(new Parcel("pacco", 3), host.Journal.Entries.Single());
    }

    [Fact]
    public async Task Run_PlainTextEncoding_TakesBodyAsItIs()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        QueueClient plain = new(Storage, name);
        await plain.SendMessageAsync("non base64!");
        await using TestHost host = await StartAsync(typeof(StringFunction), (Queues + "messageEncoding", "none"));
        await host.Journal.WaitForAsync(1);
        Assert.Equal("non base64!", host.Journal.Entries.Single());
    }

    [Fact]
    public async Task Run_QueueAppearsLater_TakesItsMessages()
    {
        await using TestHost host = await StartAsync(typeof(StringFunction));
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("tardi");
        await host.Journal.WaitForAsync(1);
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Failure_ComesBackWithHigherCount()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("riprova");
        await using TestHost host = await StartAsync(typeof(FailsOnceFunction));
        await host.Journal.WaitForAsync(2);
        await Eventually.IsTrueAsync(async () => await TestHost.CountAsync(queue) == 0);
        Assert.Equal([1L, 2L], host.Journal.Of<long>());
        Assert.Contains(host.Logs.Lines, line => line.Contains("on purpose, the first time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_FailureWithVisibilityTimeout_StaysHidden()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("dopo");
        await using TestHost host = await StartAsync(typeof(FailsOnceFunction), (Queues + "visibilityTimeout", "01:00:00"));
        await host.Journal.WaitForAsync(1);
        await host.StopAsync();
        Assert.Null((await queue.PeekMessageAsync()).Value);
        Assert.Equal(1, await TestHost.CountAsync(queue));
    }

    [Fact]
    public async Task Run_FailsEveryTime_GoesToPoisonWithBodyIntact()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("{\"corpo\":\"è questo\"}");
        await using TestHost host = await StartAsync(typeof(FailingFunction), (Queues + "maxDequeueCount", "3"));
        string poison = await PoisonAsync();
        Assert.Equal("{\"corpo\":\"è questo\"}", poison);
        Assert.Equal([1L, 2L, 3L], host.Journal.Of<long>());
        await Eventually.IsTrueAsync(async () => await TestHost.CountAsync(queue) == 0);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("è questo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_MalformedJson_GoesToPoisonAfterEveryTry()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("{ non json");
        await using TestHost host = await StartAsync(typeof(ParcelFunction), ("Conto", Storage), (Queues + "maxDequeueCount", "2"));
        Assert.Equal("{ non json", await PoisonAsync());
        Assert.Empty(host.Journal.Entries);
        Assert.Equal(2, host.Logs.Lines.Count(line => line.Contains("JsonException", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_TakenTooOftenByHostsThatDied_GoesToPoisonUnrun()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("letale");
        for (int i = 0; i < 2; i++)
        {
            QueueMessage taken = await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1));
            await queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, (string?)null, TimeSpan.Zero);
        }

        await using TestHost host = await StartAsync(typeof(StringFunction), (Queues + "maxDequeueCount", "2"));
        Assert.Equal("letale", await PoisonAsync());
        Assert.Empty(host.Journal.Entries);
    }

    [Fact]
    public async Task Run_NotBase64_GoesToPoisonAtOnce()
    {
        await TestHost.NewQueueAsync(Storage, name);
        QueueClient plain = new(Storage, name);
        await plain.SendMessageAsync("non base64!");
        await using TestHost host = await StartAsync(typeof(StringFunction));
        QueueClient poison = new(Storage, $"{name}-poison");
        await Eventually.IsTrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value is not null);
        Assert.Equal("non base64!", (await poison.PeekMessageAsync()).Value.MessageText);
        Assert.Empty(host.Journal.Entries);
    }

    [Fact]
    public async Task Run_ManyMessages_RunsNoMoreThanBatchAndThreshold()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
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
    public async Task Stop_FunctionThatDoesNotEnd_IsCancelledAndItsMessageComesBack()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("lento");
        await using TestHost host = await StartAsync(
            typeof(HeldFunction), ("AzureFunctionsJobHost:functionTimeout", "00:00:01"), (Queues + "maxDequeueCount", "1"));
        Assert.Equal("lento", await PoisonAsync());
        Assert.Contains(host.Logs.Lines, line => line.Contains("over its time limit: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_MiddlewareThrows_MessageIsRetriedAndFailureLogged()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
        await queue.SendMessageAsync("x");
        FunctionsApplicationBuilder builder = Builder(typeof(StringFunction), (Queues + "maxDequeueCount", "2"));
        builder.UseMiddleware(async (_, next) =>
        {
            await next();
            throw new InvalidOperationException("middleware");
        });
        await using TestHost host = await TestHost.StartAsync(builder);
        Assert.Equal("x", await PoisonAsync());
        Assert.Equal(["x", "x"], host.Journal.Entries);
        Assert.Contains(host.Logs.Lines, line => line.StartsWith("Error: Function String failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConfigureTriggerStorage_CountingPolicy_TellsRunsApart()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, name);
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

    private async Task<string> PoisonAsync()
    {
        QueueClient poison = new(Storage, $"{name}-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await Eventually.IsTrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value is not null);
        return (await poison.PeekMessageAsync()).Value.Body.ToString();
    }

    private Task<TestHost> StartAsync(Type function, params (string Key, string? Value)[] settings) => TestHost.StartAsync(Builder(function, settings));

    private FunctionsApplicationBuilder Builder(Type function, params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase) { ["Queue"] = name };
        foreach ((string key, string? value) in settings)
        {
            all[key] = value;
        }

        return TestHost.Builder(Storage, all, function);
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
