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
using PianoZona.LocalServices.Azurite;
using PianoZona.Contracts;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.Notification.Sending;
using PianoZona.Shims;

namespace PianoZona.Cli.Local;

/// <summary>How a hub runs on one machine.</summary>
/// <param name="StateFolder">Where its storage lives.</param>
/// <param name="Storage">Connection string of an emulator that runs already; null = start one.</param>
/// <param name="Port">Port of the pages; 0 = any free one.</param>
/// <param name="Today">The day it shall be; null = today.</param>
/// <param name="DevelopmentIdentity">Who asks when nobody signed in: <c>ruolo:mittente</c>.</param>
internal sealed record LocalHubSettings(string StateFolder, string? Storage, int Port, DateOnly? Today, string? DevelopmentIdentity)
{
    /// <summary>Where mail goes, a service that speaks as Microsoft Graph does; null = no mail is sent.</summary>
    public Uri? GraphAddress { get; init; }

    /// <summary>Whether it believes the header of a sign-in, which here anybody can write: for tests.</summary>
    public bool BelievesSignIn { get; init; }
}

/// <summary>The whole hub on one machine: the emulator, the functions, the pages.</summary>
internal sealed class LocalHub : IAsyncDisposable
{
    private const string Mailbox = "ufficio.piano@pianozona.invalid";

    private readonly AzuriteServer? azurite;
    private readonly IHost host;
    private bool isRunning;

    private LocalHub(AzuriteServer? azurite, IHost host) => (this.azurite, this.host) = (azurite, host);

    /// <summary>The services of the hub.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Where the pages are.</summary>
    public Uri Address => AddressOf(host.Services);

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
            await hub.StartAsync(documents, cancellationToken);
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
        LocalHub hub = new(emulator, Build(settings, settings.Storage ?? emulator!.ConnectionString));
        bool opened = false;
        try
        {
            await hub.Services.GetRequiredService<StorageLayout>().EnsureAsync(cancellationToken);
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
        if (isRunning)
        {
            await host.StopAsync();
        }

        host.Dispose();
        await (azurite?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task StartAsync(IReadOnlyDictionary<string, string> documents, CancellationToken cancellationToken)
    {
        BlobContainerClient container = Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Configuration);
        foreach ((string code, string json) in documents)
        {
            await container.GetBlobClient($"{code}.json").UploadAsync(BinaryData.FromString(json), overwrite: true, cancellationToken);
        }

        await host.StartAsync(cancellationToken);
        isRunning = true;
    }

    private static IHost Build(LocalHubSettings settings, string connectionString)
    {
        FunctionsApplicationBuilder builder = HubHost.Create([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = connectionString,
            [StorageConnection.Name] = connectionString,
            ["urls"] = $"http://127.0.0.1:{settings.Port}",
            // One user waits in front of it, and polling the emulator costs nothing.
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.1",
            ["SweepSchedule"] = "* * * * * *",
            ["NightlySchedule"] = "0 30 1 * * *",
            ["ReminderSchedule"] = "0 30 4-16 * * 1-5",
            ["OfficeSchedule"] = "0 0 5,6 * * 1-5",
            ["PianoZona:GraphAddress"] = settings.GraphAddress?.ToString(),
            ["PianoZona:Mailbox"] = settings.GraphAddress is null ? null : Mailbox,
            ["PianoZona:SweepMinimumAge"] = "00:00:00",
            ["PianoZona:DevelopmentIdentity"] = settings.DevelopmentIdentity,
            [AzurePlatform.AuthenticationEnabled] = settings.BelievesSignIn ? bool.TrueString : null,
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

        if (settings.GraphAddress is not null)
        {
            // Which port it is known only when the pages are up, and mail goes out later.
            builder.Services.Replace(ServiceDescriptor.Singleton(provider => new HubAddress(AddressOf(provider))));
        }

        TriggerTransactions triggers = new();
        builder.Services.AddSingleton(triggers);
        builder.Services.ConfigureTriggerStorage(options => options.AddPolicy(triggers, Azure.Core.HttpPipelinePosition.PerRetry));
        builder.Services.AddFunctionsFrom(typeof(HubHost).Assembly);
        IHost built = builder.Build();
        triggers.Counter = built.Services.GetRequiredService<TransactionCounter>();
        return built;
    }

    private static Uri AddressOf(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

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
