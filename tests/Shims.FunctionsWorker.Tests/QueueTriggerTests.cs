using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using PianoZona.Testing;

namespace PianoZona.Shims.FunctionsWorker.Tests;

/// <summary>What a message becomes: bound, deleted, retried, poisoned.</summary>
[Collection(StorageCollection.Name)]
public sealed class QueueTriggerTests(AzuriteFixture azurite) : QueueTests(azurite)
{
    [Fact]
    public async Task Run_Success_DeletesMessage()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("città");
        await using TestHost host = await StartAsync(typeof(StringFunction));
        await host.Journal.WaitForAsync(1);
        await Eventually.IsTrueAsync(async () => await TestHost.CountAsync(queue) == 0);
        Assert.Equal(["città"], host.Journal.Entries);
    }

    [Fact]
    public async Task Run_BinaryData_HasDecodedBytes()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync(BinaryData.FromBytes([0, 255, 10]));
        await using TestHost host = await StartAsync(typeof(BinaryDataFunction));
        await host.Journal.WaitForAsync(1);
        Assert.Equal([0, 255, 10], host.Journal.Of<BinaryData>().Single().ToArray());
    }

    [Fact]
    public async Task Run_QueueMessage_HasDecodedBodyAndCount()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("""{"name":"pacco","weight":3}""");
        await using TestHost host = await StartAsync(typeof(ParcelFunction), ("Conto", Storage), ("AzureWebJobsStorage", null));
        await host.Journal.WaitForAsync(1);
        Assert.Equal(new Parcel("pacco", 3), host.Journal.Entries.Single());
    }

    [Fact]
    public async Task Run_PlainTextEncoding_TakesBodyAsItIs()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        QueueClient plain = new(Storage, QueueName);
        await plain.SendMessageAsync("non base64!");
        await using TestHost host = await StartAsync(typeof(StringFunction), (Queues + "messageEncoding", "none"));
        await host.Journal.WaitForAsync(1);
        Assert.Equal("non base64!", host.Journal.Entries.Single());
    }

    [Fact]
    public async Task Run_QueueAppearsLater_TakesItsMessages()
    {
        await using TestHost host = await StartAsync(typeof(StringFunction));
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("tardi");
        await host.Journal.WaitForAsync(1);
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Failure_ComesBackWithHigherCount()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
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
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
        await queue.SendMessageAsync("{ non json");
        await using TestHost host = await StartAsync(typeof(ParcelFunction), ("Conto", Storage), (Queues + "maxDequeueCount", "2"));
        Assert.Equal("{ non json", await PoisonAsync());
        Assert.Empty(host.Journal.Entries);
        Assert.Equal(2, host.Logs.Lines.Count(line => line.Contains("JsonException", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_TakenTooOftenByHostsThatDied_GoesToPoisonUnrun()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
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
        await TestHost.NewQueueAsync(Storage, QueueName);
        QueueClient plain = new(Storage, QueueName);
        await plain.SendMessageAsync("non base64!");
        await using TestHost host = await StartAsync(typeof(StringFunction));
        QueueClient poison = new(Storage, $"{QueueName}-poison");
        await Eventually.IsTrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value is not null);
        Assert.Equal("non base64!", (await poison.PeekMessageAsync()).Value.MessageText);
        Assert.Empty(host.Journal.Entries);
    }

    [Fact]
    public async Task Run_MiddlewareThrows_MessageIsRetriedAndFailureLogged()
    {
        QueueClient queue = await TestHost.NewQueueAsync(Storage, QueueName);
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
}
