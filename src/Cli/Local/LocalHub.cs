using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Functions;
using PianoZona.Functions.Hosting;
using PianoZona.LocalHost;
using PianoZona.LocalServices.Azurite;
using PianoZona.Notification.Sending;
using PianoZona.Storage;

namespace PianoZona.Cli.Local;

/// <summary>The whole hub on one machine: the emulator, the functions as they are deployed, the pages.</summary>
internal sealed class LocalHub : IAsyncDisposable
{
    private readonly AzuritePorts? ports;
    private readonly ServiceProvider services;
    private readonly LocalHubSettings settings;
    private readonly Dictionary<string, string?> application;
    private readonly ConcurrentDictionary<string, int> costs = new(StringComparer.Ordinal);
    private Task storage = Task.CompletedTask;
    private AzuriteServer? azurite;
    private LocalFunctionsHost? host;

    private LocalHub(LocalHubSettings settings)
    {
        this.settings = settings;
        ports = settings.Storage is null ? AzuritePorts.Keep() : null;
        application = settings.ApplicationSettings(settings.Storage ?? ports!.ConnectionString);
        services = Compose();
    }

    /// <summary>The hub's parts over the same storage, in this process.</summary>
    public IServiceProvider Services => services;

    /// <summary>Where the pages are.</summary>
    public Uri Address => host!.Address;

    /// <summary>Functions under way.</summary>
    public int Running => host!.Running;

    /// <summary>Storage transactions that each upload cost so far, by receipt.</summary>
    public IReadOnlyDictionary<string, int> Costs => costs;

    /// <summary>Starts it, with the given configuration documents in force.</summary>
    /// <exception cref="AzuriteException">The emulator cannot be had.</exception>
    /// <exception cref="LocalHostException">
    /// The application does not start, or a function of it does not load.
    /// </exception>
    /// <exception cref="UsageException">The port is taken.</exception>
    public static async Task<LocalHub> StartAsync(
        LocalHubSettings settings,
        IReadOnlyDictionary<string, string> documents,
        Action<string> progress,
        CancellationToken cancellationToken)
    {
        EnsureFree(settings.Port);
        LocalHub hub = new(settings);
        try
        {
            // The worker gets ready while the emulator does.
            hub.storage = hub.PrepareAsync(documents, progress, cancellationToken);
            hub.host = await hub.StartHostAsync(cancellationToken);
            return hub;
        }
        finally
        {
            if (hub.host is null)
            {
                await hub.DisposeAsync();
            }
        }
    }

    /// <summary>Opens its storage without running any function: to look at what an earlier run left.</summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="documents">Configuration documents to put in force; null = those that are there.</param>
    /// <param name="progress">Told in Italian when something slow happens.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="AzuriteException">The emulator cannot be had.</exception>
    public static async Task<LocalHub> OpenAsync(
        LocalHubSettings settings,
        IReadOnlyDictionary<string, string>? documents,
        Action<string> progress,
        CancellationToken cancellationToken)
    {
        LocalHub hub = new(settings);
        bool opened = false;
        try
        {
            await (
                hub.storage = hub.PrepareAsync(
                    documents ?? new Dictionary<string, string>(StringComparer.Ordinal), progress, cancellationToken));
            opened = true;
            return hub;
        }
        finally
        {
            if (!opened)
            {
                await hub.DisposeAsync();
            }
        }
    }

    /// <summary>Lets running functions finish, then closes the emulator, which saves.</summary>
    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        // What became of it, its caller knows; the emulator may still be starting.
        await storage.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await services.DisposeAsync();
        await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
        ports?.Dispose();
    }

    private async Task PrepareAsync(
        IReadOnlyDictionary<string, string> documents, Action<string> progress, CancellationToken cancellationToken)
    {
        if (ports is not null)
        {
            azurite = await AzuriteServer.StartAsync(
                Path.Combine(settings.StateFolder, "azurite"), ports, progress, cancellationToken);
        }

        await services.GetRequiredService<StorageLayout>().EnsureAsync(cancellationToken);
        await PutAsync(documents, cancellationToken);
    }

    private async Task PutAsync(IReadOnlyDictionary<string, string> documents, CancellationToken cancellationToken)
    {
        BlobContainerClient container = services
            .GetRequiredService<BlobServiceClient>()
            .GetBlobContainerClient(StorageNames.Configuration);
        foreach ((string code, string json) in documents)
        {
            await container
                .GetBlobClient($"{code}.json")
                .UploadAsync(BinaryData.FromString(json), overwrite: true, cancellationToken);
        }
    }

    private Task<LocalFunctionsHost> StartHostAsync(CancellationToken cancellationToken) =>
        LocalFunctionsHost.StartAsync(
            new LocalHostSettings(PublishedFunctions.Folder, application)
            {
                Port = settings.Port,
                AddressSetting = settings.GraphAddress is null ? null : SettingNames.PublicAddress,
                Workers = settings.Workers,
                Ready = storage,
                DrainLimit = settings.DrainLimit,
                OnLog = Note,
            },
            cancellationToken);

    private ServiceProvider Compose()
    {
        ServiceCollection parts = new();
        parts.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    application.Select(pair => KeyValuePair.Create(HostConfiguration.Normal(pair.Key), pair.Value)))
                // Who puts files here announces them at once.
                .AddInMemoryCollection([
                    KeyValuePair.Create<string, string?>(
                        $"{HubOptions.Section}:{nameof(HubOptions.SweepMinimumAge)}",
                        "00:00:00"),
                ])
                .Build());
        parts.AddLogging(HostLog.Configure);
        parts.AddHub();
        // Which port it is is known only when the pages are up, and mail goes out later.
        parts.Replace(
            ServiceDescriptor.Singleton(_ => new HubAddress(settings.GraphAddress is null ? null : host?.Address)));
        parts.AddSingleton(this).AddSingleton<BatchUpload>().AddSingleton<BatchReminders>();
        return parts.BuildServiceProvider();
    }

    private void Note(WorkerLog line)
    {
        if (UploadCost.Read(line.Category, line.Message) is { } cost)
        {
            costs.AddOrUpdate(cost.ReceiptId, cost.Transactions, (_, sofar) => sofar + cost.Transactions);
        }
        else if (line.Level >= LogLevel.Warning)
        {
            Console.Error.WriteLine($"{line.Level}: {line.Category}: {line.Message}");
        }
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
            throw new UsageException(
                $"La porta {port} è già occupata: chiudere l'altro programma o scegliere un'altra porta con --port.");
        }
    }
}
