using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;
using PianoZona.LocalHost;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>
/// A whole hub whose genuine worker runs in the test's process, so that a test can inject faults and time and count. No
/// timer runs: a test announces its files itself.
/// </summary>
internal sealed class InProcessHub : IAsyncDisposable
{
    private const string Never = "0 0 0 1 1 *";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-in-");
    private readonly ConcurrentQueue<(string Function, bool Failed)> ended = new();
    private LocalHub? hub;

    public FaultPolicy Faults { get; } = new();

    /// <summary>Functions that have ended, and whether they failed.</summary>
    public IReadOnlyList<(string Function, bool Failed)> Ended => [.. ended];

    public LocalHub Hub => hub!;

    /// <summary>Services of the worker; those of the hub here are others.</summary>
    public IServiceProvider Worker { get; private set; } = null!;

    public static async Task<InProcessHub> StartAsync(
        AzuriteFixture azurite, Action<IServiceCollection>? replace = null)
    {
        InProcessHub started = new();
        LocalHubSettings settings = new(started.folder.FullName, azurite.ConnectionString, 0, null, null)
        {
            Workers = new InProcessWorker(args => started.Create(args, replace)),
            Others = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SweepSchedule"] = Never,
                ["NightlySchedule"] = Never,
                ["ReminderSchedule"] = Never,
                ["OfficeSchedule"] = Never,
                // What failed comes again at once.
                ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00",
            },
        };
        Dictionary<string, string> documents = new(StringComparer.Ordinal) { [TestAmbito.Code] = TestAmbito.Json };
        started.hub = await LocalHub.StartAsync(settings, documents, _ => { }, CancellationToken.None);
        return started;
    }

    public T Get<T>()
        where T : notnull => Hub.Services.GetRequiredService<T>();

    /// <summary>Puts a file into the inbox and announces it, as Event Grid does.</summary>
    public async Task<ReceiptId> SendAsync(string name, string content, long sequence)
    {
        ReceiptId id = await PutAsync(name, content, sequence);
        await AnnounceAsync(name);
        return id;
    }

    public async Task<ReceiptId> PutAsync(string name, string content, long sequence)
    {
        BlobUploadOptions options = new()
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedBlob.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
            },
        };
        await Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Inbox).GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(content), options);
        return ReceiptId.For(name, sequence, string.Empty);
    }

    public Task AnnounceAsync(string name, string queue = StorageNames.UploadEvents) =>
        EventsOf.AnnounceAsync(Get<QueueServiceClient>(), name, name, queue: queue);

    /// <summary>Waits for a file's receipt, and for all that follows from it.</summary>
    public async Task<Receipt> ReceiptAsync(ReceiptId id, string name)
    {
        await HubFixture.EventuallyAsync(async () =>
            await Get<BlobReceipts>().FindAsync(id, default) is not null && !await IsWaitingAsync(name));
        await IdleAsync();
        return (await Get<BlobReceipts>().FindAsync(id, default))!;
    }

    /// <summary>Waits until no message waits and no function runs.</summary>
    public Task IdleAsync() => HubFixture.EventuallyAsync(async () =>
        await CountAsync(StorageNames.UploadEvents) == 0
        && await CountAsync(StorageNames.Reconciliations) == 0
        && Hub.Running == 0);

    public async Task<int> CountAsync(string queue) =>
        (await Get<QueueServiceClient>().GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public async Task<bool> IsWaitingAsync(string name) =>
        await Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Inbox).GetBlobClient(name).ExistsAsync();

    public async Task<FundState> StateAsync(string fund, int year) =>
        await Get<IReconciliationStore>().LoadAsync(TestAmbito.Code, new FundKey(fund, year), default);

    /// <summary>Receipts of every posting of a period, those that are no longer in force included.</summary>
    public async Task<IReadOnlyList<string>> PostingsAsync(string flow, string period)
    {
        string partition = $"{TestAmbito.Code}|{flow}|{period}";
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge 'v' and RowKey lt 'w'");
        List<TableEntity> versions = await Get<TableServiceClient>().GetTableClient(StorageNames.LedgerTable)
            .QueryAsync<TableEntity>(filter).ToListAsync();
        return [.. versions.Select(version => version.GetString("ReceiptId")).OfType<string>()];
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private IHost Create(string[] args, Action<IServiceCollection>? replace)
    {
        FunctionsApplicationBuilder builder = HubHost.Create(args);
        builder.UseMiddleware(async (context, next) =>
        {
            bool failed = true;
            try
            {
                await next();
                failed = false;
            }
            finally
            {
                ended.Enqueue((context.FunctionDefinition.Name, failed));
            }
        });
        builder.Services.AddSingleton<HttpPipelinePolicy>(Faults);
        replace?.Invoke(builder.Services);
        IHost worker = builder.Build();
        Worker = worker.Services;
        return worker;
    }
}

/// <summary>Tests with the worker in their process: it has one HTTP port a process, so they take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InProcessCollection
{
    public const string Name = "worker in process";
}
