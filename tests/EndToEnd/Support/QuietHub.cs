using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Hosting;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Periods;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Reconciliation;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Support;

/// <summary>
/// The hub's parts over the real emulator, with no trigger running: each step happens when a test says so, and may be
/// made to fail.
/// </summary>
internal sealed class QuietHub : IDisposable
{
    /// <summary>So long that a slow test does not ask for the configuration again while it counts.</summary>
    public static readonly TimeSpan ConfigurationHolds = TimeSpan.FromDays(1);

    private readonly ServiceProvider services;

    private QuietHub(ServiceProvider services) => this.services = services;

    public FaultPolicy Faults { get; } = new();

    public EntityCounter Reads { get; } = new();

    public BlobServiceClient Blobs => Get<BlobServiceClient>();

    public TransactionCounter Counter => Get<TransactionCounter>();

    public static async Task<QuietHub> StartAsync(AzuriteFixture azurite, Action<IServiceCollection>? replace = null)
    {
        ServiceCollection parts = new();
        parts.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        [StorageConnection.Name] = azurite.ConnectionString,
                        ["PianoZona:SweepMinimumAge"] = "00:00:00",
                        ["PianoZona:ConfigurationRefresh"] = ConfigurationHolds.ToString("c"),
                    })
                .Build());
        parts.AddLogging();
        parts.AddHub();
        QuietHub? hub = null;
        parts.AddSingleton<HttpPipelinePolicy>(_ => hub!.Faults);
        parts.AddSingleton<HttpPipelinePolicy>(_ => hub!.Reads);
        replace?.Invoke(parts);
        hub = new QuietHub(parts.BuildServiceProvider());
        await hub.Get<StorageLayout>().EnsureAsync(default);
        await hub.Blobs.GetBlobContainerClient(StorageNames.Configuration).GetBlobClient($"{TestAmbito.Code}.json")
            .UploadAsync(BinaryData.FromString(TestAmbito.Json), overwrite: true);
        await hub.Get<IAmbitoDirectory>().GetAsync(default);
        await hub.Get<DeadlineRegister>()
            .LockedSinceAsync(
                (await hub.Get<IAmbitoDirectory>().GetAsync(default)).Find(TestAmbito.Code)!,
                new Posting(
                    new UploadSlot(TestAmbito.Code, "ente-udp", "riparto", "2020"),
                    1,
                    "r",
                    string.Empty,
                    0,
                    [],
                    []),
                received: null,
                default);
        await hub.Get<PeriodRegister>()
            .IsFrozenAsync(new UploadSlot(TestAmbito.Code, "ente-udp", "riparto", "2020"), default);
        return hub;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<ReceiptId> PutAsync(
        string name, string content, long sequence, params (string Key, string Value)[] declared)
    {
        BlobUploadOptions options = new()
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = sequence.ToString(CultureInfo.InvariantCulture),
            },
        };
        Array.ForEach(declared, pair => options.Metadata.Add(pair.Key, pair.Value));
        await Blobs
            .GetBlobContainerClient(StorageNames.Inbox)
            .GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(content), options);
        return ReceiptId.For(name, sequence, string.Empty);
    }

    public Task ProcessAsync(string name) => Get<UploadPipeline>().ProcessAsync(name, default);

    /// <summary>Takes every reconciliation that was asked for, as the trigger would, until there is none.</summary>
    public async Task<int> ReconcileAllAsync()
    {
        QueueClient queue = Get<QueueServiceClient>().GetQueueClient(StorageNames.Reconciliations);
        int count = 0;
        while ((await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(5))).Value is QueueMessage message)
        {
            await Get<ReconcilePipeline>().ReconcileAsync(message.Body.ToObjectFromJson<ReconcileMessage>()!, default);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            count++;
        }

        return count;
    }

    /// <summary>Reconciles as one message asks, whether or not it was sent.</summary>
    public Task ReconcileOnceAsync(
        string sender,
        int period,
        string receipt,
        string flow = "spesa-sociale",
        string fund = "COM",
        int? fundYear = null) =>
        Get<ReconcilePipeline>()
            .ReconcileAsync(
                new ReconcileMessage(
                    TestAmbito.Code,
                    sender,
                    flow,
                    period.ToString(CultureInfo.InvariantCulture),
                    receipt,
                    [new FundKey(fund, fundYear ?? period)]),
                default);

    public async Task<FundState> StateAsync(string fund, int year) =>
        await Get<IReconciliationStore>().LoadAsync(TestAmbito.Code, new FundKey(fund, year), default);

    public async Task<Receipt?> FindReceiptAsync(ReceiptId id) => await Get<IReceiptStore>().FindAsync(id, default);

    public async Task<string> TextAsync(string container, string name) =>
        (
            await Blobs.GetBlobContainerClient(container).GetBlobClient(name).DownloadContentAsync()
        ).Value.Content.ToString();

    public async Task<bool> IsInAsync(string container, string name) =>
        await Blobs.GetBlobContainerClient(container).GetBlobClient(name).ExistsAsync();

    public void Dispose() => services.Dispose();
}
