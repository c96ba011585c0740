using System.Globalization;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PianoZona.Testing;

namespace PianoZona.Shims.FunctionsWorker.Tests;

[CollectionDefinition(Name)]
public sealed class StorageCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "storage";
}

/// <summary>A Functions application of some function classes, over the emulator.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;

    private TestHost(IHost host, Journal journal, CollectingLogs logs) => (this.host, Journal, Logs) = (host, journal, logs);

    public Journal Journal { get; }

    public CollectingLogs Logs { get; }

    public HttpClient Http { get; } = new();

    public static FunctionsApplicationBuilder Builder(string storage, Dictionary<string, string?> settings, params Type[] functions)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureWebJobsStorage"] = storage,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.2",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<Journal>().AddFunctionTypes(functions);
        return builder;
    }

    public static Task<TestHost> StartAsync(string storage, Dictionary<string, string?> settings, params Type[] functions) =>
        StartAsync(Builder(storage, settings, functions));

    public static async Task<TestHost> StartAsync(FunctionsApplicationBuilder builder)
    {
        CollectingLogs logs = new();
        builder.Logging.ClearProviders().AddProvider(logs);
        IHost built = builder.Build();
        TestHost test = new(built, built.Services.GetRequiredService<Journal>(), logs);
        await built.StartAsync();
        test.Http.BaseAddress = new Uri(built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return test;
    }

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Journal.OpenGate();
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>A new queue, with the encoding that the trigger expects by default.</summary>
    public static async Task<QueueClient> NewQueueAsync(string storage, string name)
    {
        QueueClient queue = new(storage, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateAsync();
        return queue;
    }

    public static async Task<int> CountAsync(QueueClient queue) => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
}

/// <summary>Keeps log lines, to see what reached the host.</summary>
internal sealed class CollectingLogs : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{logLevel}: {formatter(state, exception)} {exception}");
        lock (lines)
        {
            lines.Add(line);
        }
    }

    public void Dispose()
    {
    }
}
