using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PianoZona.Contracts;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.LocalHost;
using PianoZona.LocalServices.Azurite;
using PianoZona.Notification.Sending;

namespace PianoZona.Cli.Local;

/// <summary>The whole hub on one machine: the emulator, the functions as they are deployed, the pages.</summary>
internal sealed class LocalHub : IAsyncDisposable
{
    private const string AddressSetting = "PianoZona__PublicAddress";

    private readonly AzuriteServer? azurite;
    private readonly ServiceProvider services;
    private readonly LocalHubSettings settings;
    private readonly Dictionary<string, string?> application;
    private readonly ConcurrentDictionary<string, int> costs = new(StringComparer.Ordinal);
    private LocalFunctionsHost? host;

    private LocalHub(AzuriteServer? azurite, LocalHubSettings settings)
    {
        this.azurite = azurite;
        this.settings = settings;
        application = settings.ApplicationSettings(settings.Storage ?? azurite!.ConnectionString);
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
    /// <exception cref="LocalHostException">The application does not start, or a function of it does not load.</exception>
    /// <exception cref="UsageException">The port is taken.</exception>
    public static async Task<LocalHub> StartAsync(
        LocalHubSettings settings, IReadOnlyDictionary<string, string> documents, Action<string> progress, CancellationToken cancellationToken)
    {
        EnsureFree(settings.Port);
        LocalHub hub = await OpenAsync(settings, documents, progress, cancellationToken);
        try
        {
            await hub.StartAsync(cancellationToken);
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
        LocalHubSettings settings, IReadOnlyDictionary<string, string>? documents, Action<string> progress, CancellationToken cancellationToken)
    {
        AzuriteServer? emulator = settings.Storage is null
            ? await AzuriteServer.StartAsync(Path.Combine(settings.StateFolder, "azurite"), progress: progress, cancellationToken: cancellationToken)
            : null;
        LocalHub hub = new(emulator, settings);
        bool opened = false;
        try
        {
            await hub.services.GetRequiredService<StorageLayout>().EnsureAsync(cancellationToken);
            await hub.PutAsync(documents ?? new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
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
        await services.DisposeAsync();
        await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task PutAsync(IReadOnlyDictionary<string, string> documents, CancellationToken cancellationToken)
    {
        BlobContainerClient container = services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Configuration);
        foreach ((string code, string json) in documents)
        {
            await container.GetBlobClient($"{code}.json").UploadAsync(BinaryData.FromString(json), overwrite: true, cancellationToken);
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken) => host = await LocalFunctionsHost.StartAsync(
        new LocalHostSettings(PublishedFunctions.Folder, application)
        {
            Port = settings.Port,
            AddressSetting = settings.GraphAddress is null ? null : AddressSetting,
            Workers = settings.Workers,
            OnLog = Note,
        },
        cancellationToken);

    private ServiceProvider Compose()
    {
        ServiceCollection parts = new();
        parts.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(application.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value)))
            // Who puts files here announces them at once.
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>($"{HubOptions.Section}:{nameof(HubOptions.SweepMinimumAge)}", "00:00:00")])
            .Build());
        parts.AddLogging(logging =>
        {
            logging.AddSimpleConsole(options => options.SingleLine = true);
            logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
            logging.SetMinimumLevel(LogLevel.Warning);
        });
        parts.AddHub();
        // Which port it is is known only when the pages are up, and mail goes out later.
        parts.Replace(ServiceDescriptor.Singleton(_ => new HubAddress(settings.GraphAddress is null ? null : host?.Address)));
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
            throw new UsageException($"La porta {port} è già occupata: chiudere l'altro programma o scegliere un'altra porta con --port.");
        }
    }
}
