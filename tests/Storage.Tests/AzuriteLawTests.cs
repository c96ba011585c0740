using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Laws;
using PianoZona.Notification.Sending;
using PianoZona.Reconciliation;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests;

/// <summary>The inbox and the archive in the storage account keep the laws that those in memory keep.</summary>
public sealed class BlobFileTests(AzuriteFixture azurite) : FileLaws, IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);

    private protected override IInbox Inbox => new BlobInbox(blobs);

    private protected override IArchive Archive => new BlobArchive(blobs, TimeProvider.System);

    public async Task InitializeAsync()
    {
        await blobs.GetBlobContainerClient(StorageNames.Inbox).CreateIfNotExistsAsync();
        await blobs.GetBlobContainerClient(StorageNames.Archive).CreateIfNotExistsAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected override Task WriteAsync(
        string name, string content, IReadOnlyDictionary<string, string> metadata) =>
        blobs
            .GetBlobContainerClient(StorageNames.Inbox)
            .GetBlobClient(name)
            .UploadAsync(
                BinaryData.FromString(content),
                new BlobUploadOptions { Metadata = metadata.ToDictionary(StringComparer.Ordinal) });
}

/// <summary>So do the receipts.</summary>
public sealed class BlobReceiptTests(AzuriteFixture azurite)
    : ReceiptLaws,
        IClassFixture<AzuriteFixture>,
        IAsyncLifetime
{
    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);

    private protected override IReceiptStore Store => new BlobReceipts(blobs);

    public Task InitializeAsync() => blobs.GetBlobContainerClient(StorageNames.Receipts).CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>So do the riparti.</summary>
public sealed class BlobAllocationTests(AzuriteFixture azurite)
    : AllocationLaws,
        IClassFixture<AzuriteFixture>,
        IAsyncLifetime
{
    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);

    private protected override IAllocationStore Store => new BlobAllocations(blobs);

    public Task InitializeAsync() => blobs.GetBlobContainerClient(StorageNames.Allocations).CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>So does what could not be read.</summary>
public sealed class BlobRejectedTests(AzuriteFixture azurite)
    : RejectedLaws,
        IClassFixture<AzuriteFixture>,
        IAsyncLifetime
{
    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);

    private protected override IRejectedMessages Rejected => new RejectedMessages(blobs, TimeProvider.System);

    private BlobContainerClient Container => blobs.GetBlobContainerClient(StorageNames.RejectedMessages);

    public Task InitializeAsync() => Container.CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private protected override async Task<IReadOnlyList<string>> NamesAsync() =>
        await Container.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();
}

/// <summary>So do the decisions.</summary>
public sealed class TableDecisionTests(AzuriteFixture azurite)
    : DecisionLaws,
        IClassFixture<AzuriteFixture>,
        IAsyncLifetime
{
    private readonly TableServiceClient tables = new(azurite.ConnectionString);

    private protected override IDecisionLog Log => new TableDecisionLog(tables);

    public Task InitializeAsync() => tables.GetTableClient(StorageNames.DecisionTable).CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>So does the outbox.</summary>
public sealed class TableOutboxLawTests(AzuriteFixture azurite)
    : OutboxLaws, IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly TableServiceClient tables = new(azurite.ConnectionString);

    private protected override IOutbox Outbox => new TableOutbox(tables);

    public Task InitializeAsync() => tables.GetTableClient(StorageNames.OutboxTable).CreateIfNotExistsAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>So does what was reconciled.</summary>
public sealed class TableFundStateTests(AzuriteFixture azurite)
    : FundStateLaws, IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly TableServiceClient tables = new(azurite.ConnectionString);

    private protected override IReconciliationStore Store => new TableReconciliationStore(tables);

    public Task InitializeAsync() => LedgerTables.CreateTablesAsync(tables, CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>So do the queues.</summary>
public sealed class StorageQueueTests(AzuriteFixture azurite)
    : QueueLaws, IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private static readonly string[] Names =
    [
        StorageNames.Reconciliations,
        StorageNames.Mail,
        StorageNames.UploadEvents,
    ];

    private readonly QueueServiceClient queues = new(azurite.ConnectionString);

    private protected override IHubQueues Queues => new HubQueues(queues);

    public async Task InitializeAsync()
    {
        foreach (string name in Names)
        {
            await queues.GetQueueClient(name).CreateIfNotExistsAsync();
            await queues.GetQueueClient(name).ClearMessagesAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected override Task<ReconcileMessage?> TakeReconciliationAsync() =>
        TakeAsync<ReconcileMessage>(StorageNames.Reconciliations);

    private protected override Task<MailMessage?> TakeMailAsync() => TakeAsync<MailMessage>(StorageNames.Mail);

    private protected override Task<BlobCreatedEvent?> TakeUploadAsync() =>
        TakeAsync<BlobCreatedEvent>(StorageNames.UploadEvents);

    private async Task<T?> TakeAsync<T>(string name)
        where T : class, IQueueMessage
    {
        QueueMessage? message = await queues.GetQueueClient(name).ReceiveMessageAsync();
        if (message is null)
        {
            return null;
        }

        await queues.GetQueueClient(name).DeleteMessageAsync(message.MessageId, message.PopReceipt);
        (T? read, string? reason) = MessageBody.Read<T>(message.MessageText);
        return read ?? throw new InvalidDataException(reason);
    }
}
