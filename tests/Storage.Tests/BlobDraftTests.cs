using Azure.Storage.Blobs;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Laws;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests;

/// <summary>So do the drafts.</summary>
public sealed class BlobDraftTests(AzuriteFixture azurite)
    : DraftLaws,
        IClassFixture<AzuriteFixture>,
        IAsyncLifetime
{
    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);

    private protected override IDraftStore Store => new BlobDrafts(blobs, TimeProvider.System);

    private protected override IInbox Inbox => new BlobInbox(blobs);

    public async Task InitializeAsync()
    {
        await blobs.GetBlobContainerClient(StorageNames.Drafts).CreateIfNotExistsAsync();
        await blobs.GetBlobContainerClient(StorageNames.Inbox).CreateIfNotExistsAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected override Task WriteAtAsync(Uri address, byte[] content) =>
        new BlobClient(address).UploadAsync(new BinaryData(content), overwrite: true);
}
