using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests;

/// <summary>A draft is removed, and any request to the storage breaks once.</summary>
public sealed class DraftRemovalCrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Sender = "018137";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Remove_BrokenAtAnyRequestThenRepeated_LeavesNothing(bool afterItIsDone)
    {
        BlobServiceClient steady = new(azurite.ConnectionString);
        BlobContainerClient container = steady.GetBlobContainerClient(StorageNames.Drafts);
        await container.CreateIfNotExistsAsync();
        bool broke = true;
        for (int at = 1; broke; at++)
        {
            DraftKey key = DraftKey.Parse(
                Sender, ((at * 2) + (afterItIsDone ? 1 : 0)).ToString("x32", CultureInfo.InvariantCulture))!;
            await StoreAllAsync(container, key);
            using BreaksOnce way = new(at, afterItIsDone);
            using HttpClient client = new(way);
            broke = await BreaksAsync(() => RemoveAsync(DraftsBy(client), key));
            await RemoveAsync(new BlobDrafts(steady, TimeProvider.System), key);

            Assert.Empty(await container.GetBlobsAsync(new() { Prefix = key.Path }).ToListAsync());
            Assert.InRange(at, 1, 8);
        }
    }

    private static async Task StoreAllAsync(BlobContainerClient container, DraftKey key)
    {
        await container.GetBlobClient(key.Path).UploadAsync(
            BinaryData.FromString("a"),
            new Azure.Storage.Blobs.Models.BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [ReceivedFile.NameMetadata] = "spesa.csv", [ReceivedFile.AuthorMetadata] = "x",
                },
            });
        await container.GetBlobClient(key.Path + ".controllo").UploadAsync(BinaryData.FromString("{}"));
        await container.GetBlobClient(key.Path + ".arrivo").UploadAsync(BinaryData.FromString("a"));
    }

    // As who throws a draft away, and asks again when it was not told that it is gone.
    private static async Task RemoveAsync(BlobDrafts drafts, DraftKey key)
    {
        await using DraftFile? there = await drafts.TryOpenAsync(key, default);
        await drafts.RemoveAsync(key, there?.Content.Version, default);
    }

    private static async Task<bool> BreaksAsync(Func<Task> steps)
    {
        try
        {
            await steps();
            return false;
        }
        catch (Exception exception) when (exception is HttpRequestException or Azure.RequestFailedException)
        {
            return true;
        }
    }

    private BlobDrafts DraftsBy(HttpClient client)
    {
        BlobClientOptions options = new() { Transport = new HttpClientTransport(client) };
        options.Retry.MaxRetries = 0;
        return new BlobDrafts(new BlobServiceClient(azurite.ConnectionString, options), TimeProvider.System);
    }

    private sealed class BreaksOnce(int at, bool afterItIsDone) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int requests;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool breaks = Interlocked.Increment(ref requests) == at;
            if (breaks && !afterItIsDone)
            {
                throw new HttpRequestException("The line broke.");
            }

            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (breaks)
            {
                answer.Dispose();
                throw new HttpRequestException("The answer is lost.");
            }

            return answer;
        }
    }
}
