using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PianoZona.Azurite;
using PianoZona.Contracts;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.Shims;

namespace PianoZona.Cli.Local;

/// <summary>How a hub runs on one machine.</summary>
/// <param name="StateFolder">Where its storage lives.</param>
/// <param name="Storage">Connection string of an emulator that runs already; null = start one.</param>
/// <param name="Port">Port of the pages; 0 = any free one.</param>
/// <param name="Today">The day it shall be; null = today.</param>
/// <param name="DevelopmentIdentity">Who asks when nobody signed in: <c>ruolo:mittente</c>.</param>
internal sealed record LocalHubSettings(string StateFolder, string? Storage, int Port, DateOnly? Today, string? DevelopmentIdentity);

/// <summary>The whole hub on one machine: the emulator, the functions, the pages.</summary>
internal sealed class LocalHub : IAsyncDisposable
{
    private readonly AzuriteServer? azurite;
    private readonly IHost host;
    private bool isRunning;

    private LocalHub(AzuriteServer? azurite, IHost host) => (this.azurite, this.host) = (azurite, host);

    /// <summary>The services of the hub.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Where the pages are.</summary>
    public Uri Address => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts it, with the given configuration documents in force.</summary>
    /// <exception cref="AzuriteException">The emulator cannot be had.</exception>
    /// <exception cref="UsageException">The port is taken.</exception>
    public static async Task<LocalHub> StartAsync(
        LocalHubSettings settings, IReadOnlyDictionary<string, string> documents, Action<string> progress, CancellationToken cancellationToken)
    {
        EnsureFree(settings.Port);
        LocalHub hub = await OpenAsync(settings, progress, cancellationToken);
        try
        {
            BlobContainerClient container = hub.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Configuration);
            foreach ((string code, string json) in documents)
            {
                await container.GetBlobClient($"{code}.json").UploadAsync(BinaryData.FromString(json), overwrite: true, cancellationToken);
            }

            await hub.host.StartAsync(cancellationToken);
            hub.isRunning = true;
            return hub;
        }
        finally
        {
            if (!hub.isRunning)
            {
                await hub.DisposeAsync();
            }
        }
    }

    /// <summary>Opens its storage without running any function: to look at what an earlier run left.</summary>
    /// <exception cref="AzuriteException">The emulator cannot be had.</exception>
    public static async Task<LocalHub> OpenAsync(LocalHubSettings settings, Action<string> progress, CancellationToken cancellationToken)
    {
        AzuriteServer? emulator = settings.Storage is null
            ? await AzuriteServer.StartAsync(Path.Combine(settings.StateFolder, "azurite"), progress: progress, cancellationToken: cancellationToken)
            : null;
        IHost? built = null;
        LocalHub? hub = null;
        try
        {
            built = Build(settings, settings.Storage ?? emulator!.ConnectionString);
            await built.Services.GetRequiredService<StorageLayout>().EnsureAsync(cancellationToken);
            hub = new LocalHub(emulator, built);
            return hub;
        }
        finally
        {
            if (hub is null)
            {
                built?.Dispose();
                await (emulator?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
        }
    }

    /// <summary>Lets running functions finish, then closes the emulator, which saves.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isRunning)
        {
            await host.StopAsync();
        }

        host.Dispose();
        await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static IHost Build(LocalHubSettings settings, string connectionString)
    {
        FunctionsApplicationBuilder builder = HubHost.Create([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = connectionString,
            [StorageConnection.Name] = connectionString,
            ["urls"] = $"http://127.0.0.1:{settings.Port}",
            ["PianoZona:SweepSchedule"] = "* * * * * *",
            ["PianoZona:NightlySchedule"] = "0 30 1 * * *",
            ["PianoZona:SweepMinimumAge"] = "00:00:00",
            ["PianoZona:DevelopmentIdentity"] = settings.DevelopmentIdentity,
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter((_, level) => level >= LogLevel.Warning);
        if (settings.Today is { } today)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new OtherDay(today, TimeProvider.System)));
        }

        TriggerTransactions triggers = new();
        builder.Services.AddSingleton(triggers);
        builder.Services.ConfigureTriggerStorage(options => options.AddPolicy(triggers, Azure.Core.HttpPipelinePosition.PerRetry));
        builder.Services.AddFunctionsFrom(typeof(HubHost).Assembly);
        IHost built = builder.Build();
        triggers.Counter = built.Services.GetRequiredService<TransactionCounter>();
        return built;
    }

    private static void EnsureFree(int port)
    {
        try
        {
            using TcpListener probe = new(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new UsageException($"La porta {port} è già occupata: chiudere l'altro programma o scegliere un'altra porta con --port.");
        }
    }
}
