using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Decisions;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Laws;
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
