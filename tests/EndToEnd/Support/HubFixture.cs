using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Support;

/// <summary>
/// A whole hub on the real emulator, shared by the tests of a class; each test has senders or periods of its own.
/// </summary>
public sealed class HubFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-e2e-");
    private LocalHub? hub;
    private long sequence = new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public IServiceProvider Services => hub!.Services;

    public Uri Address => hub!.Address;

    public BlobServiceClient Blobs => Services.GetRequiredService<BlobServiceClient>();

    public QueueServiceClient Queues => Services.GetRequiredService<QueueServiceClient>();

    public Ambito Ambito { get; } = AmbitoDocument.Read(TestAmbito.Json).Ambito!;

    public async Task InitializeAsync()
    {
        string storage = await AzuriteAccounts.NewAsync();
        LocalHubSettings settings = new(folder.FullName, storage, 0, null)
        {
            BelievesSignIn = true, Workers = TestWorkers.InProcess(),
        };
        Dictionary<string, string> documents = new(StringComparer.Ordinal) { [TestAmbito.Code] = TestAmbito.Json };
        hub = await LocalHub.StartAsync(settings, documents, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await hub!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Puts a file into the inbox, as a sender would, and gives the number its receipt will have.</summary>
    public async Task<ReceiptId> PutAsync(string name, string content, long? at = null)
    {
        long place = at ?? Interlocked.Increment(ref sequence);
        BlobUploadOptions options = new()
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = place.ToString(CultureInfo.InvariantCulture),
            },
        };
        await Blobs
            .GetBlobContainerClient(StorageNames.Inbox)
            .GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(content), options);
        return ReceiptId.For(name, place, string.Empty);
    }

    /// <summary>Puts a file and waits until the triggers have done everything with it.</summary>
    public async Task<Receipt> SendAsync(string name, string content, long? at = null)
    {
        ReceiptId id = await PutAsync(name, content, at);
        return await ReceiptAsync(id, name);
    }

    /// <summary>Waits for a receipt, for the file to leave the inbox, and for the reconciliation.</summary>
    public async Task<Receipt> ReceiptAsync(ReceiptId id, string name)
    {
        IReceiptStore receipts = Services.GetRequiredService<IReceiptStore>();
        BlobClient blob = Blobs.GetBlobContainerClient(StorageNames.Inbox).GetBlobClient(name);
        await EventuallyAsync(async () =>
            await receipts.FindAsync(id, default) is not null && !await blob.ExistsAsync());
        await IdleAsync();
        return (await receipts.FindAsync(id, default))!;
    }

    /// <summary>Waits until no message waits and no function runs.</summary>
    public Task IdleAsync() =>
        EventuallyAsync(async () =>
            await CountAsync(StorageNames.UploadEvents) == 0
            && await CountAsync(StorageNames.Reconciliations) == 0
            && hub!.Running == 0);

    public async Task<FundState> StateAsync(string fund, int year) =>
        await Services
            .GetRequiredService<IReconciliationStore>()
            .LoadAsync(TestAmbito.Code, new FundKey(fund, year), default);

    public async Task<AmbitoReport> ReportAsync() =>
        await Services.GetRequiredService<AmbitoReporter>().ReportAsync(Ambito, new DateOnly(2026, 2, 1), default);

    public async Task<IReadOnlyList<string>> NamesAsync(string container)
    {
        List<string> names = [];
        await foreach (BlobItem item in Blobs.GetBlobContainerClient(container).GetBlobsAsync())
        {
            names.Add(item.Name);
        }

        return names;
    }

    /// <summary>Asks for a page, as somebody who signed in or as nobody.</summary>
    public async Task<HttpResponseMessage> GetAsync(
        string path, string? role, string? sender, string accept = "application/json")
    {
        using HttpClient client = role is null
            ? new() { BaseAddress = Address }
            : SignedIn.As(Address, role, sender!, accept: accept);
        return await client.GetAsync(new Uri(path, UriKind.Relative));
    }

    public static Task EventuallyAsync(Func<bool> condition) => EventuallyAsync(() => Task.FromResult(condition()));

    public static Task EventuallyAsync(Func<Task<bool>> condition) => Patience.UntilAsync(condition);

    private async Task<int> CountAsync(string queue) =>
        (await Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
