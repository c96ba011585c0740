using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests;

/// <summary>What is archived does not tell the name that its sender gave it, where that identifies somebody.</summary>
public sealed class ArchivedNameTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Person = "RSSMRA80A01H501U";

    [Theory]
    [InlineData(Person + ".csv", false)]
    [InlineData("spesa.csv", true)]
    public async Task Store_FileNamedByATaxCode_IsArchivedWithoutIt(string name, bool isCopied)
    {
        BlobServiceClient blobs = new(azurite.ConnectionString);
        BlobContainerClient inbox = blobs.GetBlobContainerClient(StorageNames.Inbox);
        BlobContainerClient archive = blobs.GetBlobContainerClient(StorageNames.Archive);
        await inbox.CreateIfNotExistsAsync();
        await archive.CreateIfNotExistsAsync();
        string path = $"018030/spesa-sociale/2024/{AzuriteFixture.UniqueName("nome")}-{name}";
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            [ReceivedFile.NameMetadata] = $"{Person}.csv", [ReceivedFile.SequenceMetadata] = "638400000000000000",
        };
        await inbox.GetBlobClient(path).UploadAsync(
            BinaryData.FromString("a;b"), new BlobUploadOptions { Metadata = metadata });
        await using ReceivedFile file = (await new BlobInbox(blobs).TryOpenAsync(path, default))!;

        BlobArchive store = new(blobs, TimeProvider.System);
        await store.StoreAsync(file, default);
        await store.StoreAsync(file, default);

        BlobClient kept = archive.GetBlobClient(file.ReceiptId.Path);
        BlobProperties properties = await kept.GetPropertiesAsync();
        Assert.Equal(isCopied, properties.CopySource is not null);
        Assert.DoesNotContain(Person, $"{properties.CopySource}", StringComparison.Ordinal);
        Assert.DoesNotContain(Person, string.Concat(properties.Metadata.Values), StringComparison.Ordinal);
        Assert.Equal("638400000000000000", properties.Metadata[ReceivedFile.SequenceMetadata]);
        Assert.Equal("a;b", (await kept.DownloadContentAsync()).Value.Content.ToString());
    }

    /// <summary>Whoever writes into the container may put anything beside a file, and in its headers.</summary>
    [Theory]
    [InlineData("nota", Person, null, null)]
    [InlineData("righe", Person, null, "?")]
    [InlineData("importo", "mario.rossi@example.it", null, "?")]
    [InlineData("importo", "1.234,56", null, "1.234,56")]
    [InlineData("nulla", Person, null, null)]
    [InlineData("autore", Person, null, null)]
    [InlineData("autore", "018030/qualcuno", $"text/csv; name={Person}", "018030/qualcuno")]
    public async Task Store_FileWithAPersonBesideIt_IsArchivedWithout(
        string name, string value, string? contentType, string? kept)
    {
        BlobServiceClient blobs = new(azurite.ConnectionString);
        BlobContainerClient inbox = blobs.GetBlobContainerClient(StorageNames.Inbox);
        BlobContainerClient archive = blobs.GetBlobContainerClient(StorageNames.Archive);
        await inbox.CreateIfNotExistsAsync();
        await archive.CreateIfNotExistsAsync();
        string path = $"018030/spesa-sociale/2024/{AzuriteFixture.UniqueName("accanto")}.csv";
        await inbox.GetBlobClient(path).UploadAsync(
            BinaryData.FromString("a;b"),
            new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value },
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
            });
        await using ReceivedFile file = (await new BlobInbox(blobs).TryOpenAsync(path, default))!;

        await new BlobArchive(blobs, TimeProvider.System).StoreAsync(file, default);

        BlobProperties properties = await archive.GetBlobClient(file.ReceiptId.Path).GetPropertiesAsync();
        Assert.Equal(kept, properties.Metadata.TryGetValue(name, out string? found) ? found : null);
        Assert.DoesNotContain(Person, properties.ContentType, StringComparison.Ordinal);
    }
}
