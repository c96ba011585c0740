using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Google.Protobuf.Collections;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.Timers;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>
/// Queues and timers: the listeners that the Functions host is made of, with its retries, poison queues and schedules.
/// </summary>
internal sealed class TriggerHost : ITriggerCalls, IAsyncDisposable
{
    private const string StateContainer = "azure-webjobs-hosts";

    // Time for functions that were asked to stop; those that do not go with their worker.
    private static readonly TimeSpan ToStop = TimeSpan.FromSeconds(15);

    private readonly Invocations invocations;
    private readonly TimeSpan drainLimit;
    private readonly Dictionary<string, FunctionDescription> functions;
    private readonly IHost host;

    public TriggerHost(
        IConfiguration configuration,
        IReadOnlyList<FunctionDescription> functions,
        Invocations invocations,
        TimeSpan drainLimit)
    {
        this.invocations = invocations;
        this.drainLimit = drainLimit;
        this.functions = functions.ToDictionary(function => function.Name, StringComparer.Ordinal);
        Type type = TriggerType.For(functions);
        host = new HostBuilder()
            .ConfigureAppConfiguration(builder => builder.AddConfiguration(configuration))
            .ConfigureWebJobs(builder =>
            {
                builder.AddAzureStorageQueues();
                builder.AddTimers();
            })
            .ConfigureLogging(HostLog.Configure)
            .ConfigureServices(services =>
            {
                services.Configure<HostOptions>(options => options.ShutdownTimeout = drainLimit + ToStop);
                services.AddSingleton<ITypeLocator>(new OneType(type));
                services.AddSingleton<IJobActivator>(new Activator(this));
                services.AddSingleton<IHostIdProvider>(new FixedHostId(HostConfiguration.HostId(configuration)));
                services.AddSingleton<ScheduleMonitor>(StateOf(configuration));
            })
            .Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => host.StartAsync(cancellationToken);

    /// <summary>Takes no new message, and lets functions under way end.</summary>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    async Task ITriggerCalls.CallAsync(string function, QueueMessage message, CancellationToken cancellationToken)
    {
        string text = message.Body.ToString();
        MapField<string, TypedData> metadata = new()
        {
            ["QueueTrigger"] = new TypedData { String = text },
            ["Id"] = new TypedData { String = message.MessageId },
            ["PopReceipt"] = new TypedData { String = message.PopReceipt },
            ["DequeueCount"] = new TypedData { String = message.DequeueCount.ToString(CultureInfo.InvariantCulture) },
        };
        await RunAsync(function, new TypedData { String = text }, metadata, cancellationToken);
    }

    Task ITriggerCalls.CallAsync(string function, TimerInfo timer, CancellationToken cancellationToken) =>
        RunAsync(
            function,
            new TypedData
            {
                Json = JsonConvert.SerializeObject(
                    new
                    {
                        Schedule = new { },
                        timer.ScheduleStatus,
                        timer.IsPastDue,
                    }),
            },
            [],
            cancellationToken);

    // The SDK cancels as soon as the host stops; functions under way are given time to end first.
    private async Task RunAsync(
        string function, TypedData input, MapField<string, TypedData> metadata, CancellationToken stopping)
    {
        using CancellationTokenSource stop = new();
        await using CancellationTokenRegistration registration = stopping.Register(() => stop.CancelAfter(drainLimit));
        await invocations.RunAsync(functions[function], input, metadata, stop.Token);
    }

    private static BlobTimerState StateOf(IConfiguration configuration)
    {
        string connection = configuration["AzureWebJobsStorage"]
            ?? throw new LocalHostException("AzureWebJobsStorage, where the host keeps its own state, is not set.");
        return new BlobTimerState(
            new BlobContainerClient(connection, StateContainer), HostConfiguration.HostId(configuration));
    }

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    private sealed class Activator(ITriggerCalls target) : IJobActivator
    {
        public T CreateInstance<T>()
        {
            T instance = System.Activator.CreateInstance<T>();
            if (instance is TriggerCalls calls)
            {
                calls.Target = target;
            }

            return instance;
        }
    }

    private sealed class FixedHostId(string id) : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult(id);
    }
}
