using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Ports;
using PianoZona.LocalHost;
using PianoZona.Reconciliation;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>
/// A whole hub that a test stops and starts over the same storage. No timer runs: a test announces its files itself.
/// What failed comes again at once.
/// </summary>
internal class WorkerHub(AzuriteFixture azurite) : IAsyncDisposable
{
    private const string Never = "0 0 0 1 1 *";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-in-");
    private LocalHub? hub;

    public LocalHub Hub => hub!;

    /// <summary>How long functions under way may go on at a stop.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Where the worker has its temporary files, when it is a process of its own.</summary>
    public string WorkerTemp => folder.FullName;

    /// <summary>How the worker comes to be; null = as a process.</summary>
    protected virtual IWorkerStarter? Workers => null;

    public async Task StartAsync()
    {
        LocalHubSettings settings = new(folder.FullName, azurite.ConnectionString, 0, null)
        {
            Workers = Workers,
            DrainLimit = DrainLimit,
            Others = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["SweepSchedule"] = Never,
                ["NightlySchedule"] = Never,
                ["ReminderSchedule"] = Never,
                ["OfficeSchedule"] = Never,
                ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00",
                ["PianoZona__MaxFileBytes"] = "100000000",
                ["TMPDIR"] = WorkerTemp,
            },
        };
        Dictionary<string, string> documents = new(StringComparer.Ordinal) { [TestAmbito.Code] = TestAmbito.Json };
        hub = await LocalHub.StartAsync(settings, documents, _ => { }, CancellationToken.None);
    }

    public async Task StopAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
            hub = null;
        }
    }

    public T Get<T>()
        where T : notnull => Hub.Services.GetRequiredService<T>();

    /// <summary>Puts a file into the inbox and announces it, as Event Grid does.</summary>
    public async Task<ReceiptId> SendAsync(string name, string content, long sequence)
    {
        ReceiptId id = await PutAsync(name, BinaryData.FromString(content), sequence);
        await AnnounceAsync(name);
        return id;
    }

    public async Task<ReceiptId> PutAsync(string name, BinaryData content, long sequence)
    {
        BlobUploadOptions options = new()
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
            },
        };
        await Blob(StorageNames.Inbox, name).UploadAsync(content, options);
        return ReceiptId.For(name, sequence, string.Empty);
    }

    public Task AnnounceAsync(string name, string queue = StorageNames.UploadEvents) =>
        EventsOf.AnnounceAsync(Get<QueueServiceClient>(), name, name, queue: queue);

    /// <summary>Waits for a file's receipt, and for all that follows from it.</summary>
    public async Task<Receipt> ReceiptAsync(ReceiptId id, string name)
    {
        await HubFixture.EventuallyAsync(async () => await FindAsync(id) is not null && !await IsWaitingAsync(name));
        await IdleAsync();
        return (await FindAsync(id))!;
    }

    public Task<Receipt?> FindAsync(ReceiptId id) => Get<IReceiptStore>().FindAsync(id, default);

    /// <summary>Waits until no message waits and no function runs.</summary>
    public Task IdleAsync() => HubFixture.EventuallyAsync(async () =>
        await CountAsync(StorageNames.UploadEvents) == 0
        && await CountAsync(StorageNames.Reconciliations) == 0
        && Hub.Running == 0);

    public async Task<int> CountAsync(string queue) =>
        (await Get<QueueServiceClient>().GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    /// <summary>Whether a file is in the inbox.</summary>
    public async Task<bool> IsWaitingAsync(string name) => await Blob(StorageNames.Inbox, name).ExistsAsync();

    public async Task<FundState> StateAsync(string fund, int year) =>
        await Get<IReconciliationStore>().LoadAsync(TestAmbito.Code, new FundKey(fund, year), default);

    /// <summary>Names of the receipts in JSON of a sender, flow and period.</summary>
    public async Task<IReadOnlyList<string>> ReceiptsAsync(ReceiptId like)
    {
        List<string> names = [];
        GetBlobsOptions ofFolder = new() { Prefix = like.Folder };
        BlobContainerClient receipts = Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Receipts);
        await foreach (BlobItem blob in receipts.GetBlobsAsync(ofFolder))
        {
            names.Add(blob.Name);
        }

        return [.. names.Where(name => name.EndsWith(ReceiptForms.Json, StringComparison.Ordinal))];
    }

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
        await StopAsync();
        folder.Delete(recursive: true);
    }

    private BlobClient Blob(string container, string name) =>
        Get<BlobServiceClient>().GetBlobContainerClient(container).GetBlobClient(name);
}
