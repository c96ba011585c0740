using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using PianoZona.Testing;

namespace PianoZona.Shims.FunctionsWorker.Tests;

/// <summary>What tests of the queue trigger share: a queue's name of their own, and hosts that listen to it.</summary>
public abstract class QueueTests(AzuriteFixture azurite)
{
    private protected const string Queues = "AzureFunctionsJobHost:extensions:queues:";

    private protected string QueueName { get; } = AzuriteFixture.UniqueName("coda");

    private protected string Storage => azurite.ConnectionString;

    private protected async Task<string> PoisonAsync()
    {
        QueueClient poison = new(Storage, $"{QueueName}-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await Eventually.IsTrueAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value is not null);
        return (await poison.PeekMessageAsync()).Value.Body.ToString();
    }

    private protected Task<TestHost> StartAsync(Type function, params (string Key, string? Value)[] settings) =>
        TestHost.StartAsync(Builder(function, settings));

    private protected FunctionsApplicationBuilder Builder(Type function, params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase) { ["Queue"] = QueueName };
        foreach ((string key, string? value) in settings)
        {
            all[key] = value;
        }

        return TestHost.Builder(Storage, all, function);
    }
}
