using System.Globalization;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>The drafts: container <c>bozze</c>, a blob for each and one for what was found in it.</summary>
/// <remarks>Nothing of a file is in its path. A lifecycle rule of the account removes what is some days old.</remarks>
public sealed class BlobDrafts(BlobServiceClient service, TimeProvider time) : IDraftStore
{
    private const string CheckEnding = ".controllo";
    private const string WrittenEnding = ".arrivo";

    private static readonly TimeSpan AddressHolds = TimeSpan.FromHours(1);

    // The service's clock may be behind the hub's (Azure Storage, «Best practices when using SAS»).
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Drafts);
    private readonly BlobContainerClient inbox = service.GetBlobContainerClient(StorageNames.Inbox);

    /// <inheritdoc/>
    public Task StoreAsync(DraftKey key, Stream content, DraftFacts facts, CancellationToken cancellationToken) =>
        container.GetBlobClient(key.Path)
            .UploadAsync(content, new BlobUploadOptions { Metadata = DraftMetadata.Of(facts) }, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> TryStoreAsync(
        DraftKey key, Stream content, DraftFacts facts, string? version, CancellationToken cancellationToken)
    {
        BlobUploadOptions options = new()
        {
            Metadata = DraftMetadata.Of(facts), Conditions = Still(version),
        };
        try
        {
            BlobContentInfo stored = await container.GetBlobClient(key.Path)
                .UploadAsync(content, options, cancellationToken);
            return stored.ETag.ToString();
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task StorePartAsync(DraftKey key, int part, Stream content, CancellationToken cancellationToken)
    {
        // The client wants to know how long a block is before it sends it.
        using MemoryStream whole = new();
        await content.CopyToAsync(whole, cancellationToken);
        whole.Position = 0;
        await container.GetBlockBlobClient(key.Path)
            .StageBlockAsync(IdOf(part), whole, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Joining> JoinAsync(
        DraftKey key, int parts, DraftFacts facts, string? version, CancellationToken cancellationToken)
    {
        try
        {
            await container.GetBlockBlobClient(key.Path).CommitBlockListAsync(
                Enumerable.Range(0, parts).Select(IdOf),
                new CommitBlockListOptions { Metadata = DraftMetadata.Of(facts), Conditions = Still(version) },
                cancellationToken);
            return Joining.Done;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            return Joining.PartMissing;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return Joining.Replaced;
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A shared access signature for one blob: of a key that the service gives to the hub's identity (Get User
    /// Delegation Key) or, on one machine, of the emulator's.
    /// </remarks>
    public async Task<DraftAddress> OpenAddressAsync(DraftKey key, CancellationToken cancellationToken)
    {
        BlobClient written = container.GetBlobClient(key.Path + WrittenEnding);
        DateTimeOffset until = time.GetUtcNow() + AddressHolds;
        BlobSasBuilder signature = new(BlobSasPermissions.Create | BlobSasPermissions.Write, until)
        {
            BlobContainerName = container.Name, BlobName = written.Name, Resource = "b",
        };
        if (written.CanGenerateSasUri)
        {
            return new DraftAddress(written.GenerateSasUri(signature), until);
        }

        signature.Protocol = SasProtocol.Https;
        UserDelegationKey delegation = await service.GetUserDelegationKeyAsync(
            new BlobGetUserDelegationKeyOptions(until) { StartsOn = until - AddressHolds - ClockSkew },
            cancellationToken);
        return new DraftAddress(written.GenerateUserDelegationSasUri(signature, delegation), until);
    }

    /// <inheritdoc/>
    public async Task<bool> StoreWrittenAsync(DraftKey key, DraftFacts facts, CancellationToken cancellationToken)
    {
        BlobClient written = container.GetBlobClient(key.Path + WrittenEnding);
        BlobClient draft = container.GetBlobClient(key.Path);
        try
        {
            await BlobCopy.OnceAsync(written, draft, DraftMetadata.Of(facts), time, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return await draft.ExistsAsync(cancellationToken);
        }

        // The draft has the bytes, and is looked at; what is written here nobody looks at.
        await written.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<DraftFile?> TryOpenAsync(DraftKey key, CancellationToken cancellationToken) =>
        await PinnedBlob.TryOpenAsync(container.GetBlobClient(key.Path), cancellationToken) is { } blob
            ? new DraftFile(key, blob, DraftMetadata.FactsIn(blob.Metadata))
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DraftLine>> ListAsync(string sender, CancellationToken cancellationToken) =>
        [.. (await ListFolderAsync($"{sender}/", cancellationToken)).Select(one => one.Line)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DraftLine>> ListUnseenAsync(
        DateTimeOffset before, CancellationToken cancellationToken) =>
        [
            .. (await ListFolderAsync(folder: null, cancellationToken))
                .Where(one => one is { Length: > 0, Line.Found: null } && one.Line.WrittenAt < before)
                .Select(one => one.Line),
        ];

    /// <inheritdoc/>
    public async Task<int> RemoveWrittenAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        int removed = 0;
        await foreach (BlobItem item in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (item.Name.EndsWith(WrittenEnding, StringComparison.Ordinal) && item.Properties.LastModified < before)
            {
                await container.GetBlobClient(item.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
                removed++;
            }
        }

        return removed;
    }

    /// <inheritdoc/>
    public async Task<string?> StateAsync(
        DraftKey key, DraftFacts facts, string version, CancellationToken cancellationToken)
    {
        try
        {
            BlobInfo stated = await container.GetBlobClient(key.Path)
                .SetMetadataAsync(DraftMetadata.Of(facts), Still(version), cancellationToken);
            return stated.ETag.ToString();
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task StoreCheckAsync(
        DraftKey key, string check, DraftMark mark, CancellationToken cancellationToken) =>
        container.GetBlobClient(key.Path + CheckEnding).UploadAsync(
            BinaryData.FromString(check),
            new BlobUploadOptions
            {
                Metadata = DraftMetadata.Of(mark),
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> FindCheckAsync(DraftKey key, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult found = await container.GetBlobClient(key.Path + CheckEnding)
                .DownloadContentAsync(cancellationToken);
            return found.Content.ToString();
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(DraftKey key, DraftFacts facts, string path, CancellationToken cancellationToken)
    {
        if (facts.Sequence is null)
        {
            throw new ArgumentException("A draft without a place in time cannot be sent.", nameof(facts));
        }

        return BlobCopy.OnceAsync(
            container.GetBlobClient(key.Path), inbox.GetBlobClient(path), DraftMetadata.Of(facts), time,
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task EmptyAsync(DraftKey key, CancellationToken cancellationToken)
    {
        await container.GetBlobClient(key.Path + WrittenEnding)
            .DeleteIfExistsAsync(cancellationToken: cancellationToken);
        await using DraftFile? draft = await TryOpenAsync(key, cancellationToken);
        if (draft is { Content.Length: > 0 })
        {
            await StoreAsync(key, Stream.Null, draft.Facts, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(DraftKey key, string? version, CancellationToken cancellationToken)
    {
        BlobClient draft = container.GetBlobClient(key.Path);
        try
        {
            if (version is not null)
            {
                await draft.DeleteIfExistsAsync(conditions: Still(version), cancellationToken: cancellationToken);
            }
            else if (await draft.ExistsAsync(cancellationToken))
            {
                return;
            }
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            // It was sent, or is another: what stands beside it is of that.
            return;
        }

        // Bytes first: what was found in them says nothing that is in them.
        await container.GetBlobClient(key.Path + WrittenEnding)
            .DeleteIfExistsAsync(cancellationToken: cancellationToken);
        await container.GetBlobClient(key.Path + CheckEnding)
            .DeleteIfExistsAsync(cancellationToken: cancellationToken);
    }

    private async Task<IEnumerable<(DraftLine Line, long Length)>> ListFolderAsync(
        string? folder, CancellationToken cancellationToken)
    {
        List<(DraftLine Line, BlobItemProperties Blob)> found = [];
        Dictionary<string, DraftMark> marks = new(StringComparer.Ordinal);
        GetBlobsOptions inFolder = new() { Traits = BlobTraits.Metadata, Prefix = folder };
        await foreach (BlobItem item in container.GetBlobsAsync(inFolder, cancellationToken))
        {
            if (KeyOf(item.Name) is { } key)
            {
                DateTimeOffset at = item.Properties.LastModified ?? DateTimeOffset.MinValue;
                found.Add((
                    new DraftLine(key, DraftMetadata.FactsIn(item.Metadata), at)
                    {
                        IsEmpty = item.Properties.ContentLength == 0,
                    },
                    item.Properties));
            }
            else if (item.Name.EndsWith(CheckEnding, StringComparison.Ordinal)
                && DraftMetadata.MarkIn(item.Metadata) is { } mark)
            {
                marks[item.Name[..^CheckEnding.Length]] = mark;
            }
        }

        return found
            .Select(one => (Length: one.Blob.ContentLength ?? 0, one.Blob, one.Line))
            .Select(one => (Line: marks.TryGetValue(one.Line.Key.Path, out DraftMark? mark)
                && mark.HoldsFor(VersionOf(one.Blob), one.Length)
                    ? one.Line with { Found = mark.Outcome, IsSame = mark.IsSame, IsToConfirm = mark.IsToConfirm }
                    : one.Line, one.Length))
            .OrderByDescending(one => one.Line.WrittenAt);
    }

    private static DraftKey? KeyOf(string name) =>
        name.Split('/') is [var sender, var id] ? DraftKey.Parse(sender, id) : null;

    private static BlobRequestConditions Still(string? version) => version is null
        ? new BlobRequestConditions { IfNoneMatch = ETag.All }
        : new BlobRequestConditions { IfMatch = new ETag(version) };

    // Ids of the blocks of one blob are of one length (Put Block, «blockid»).
    private static string IdOf(int part) => Convert.ToBase64String(
        Encoding.ASCII.GetBytes(part.ToString("D6", CultureInfo.InvariantCulture)));

    // Lists give it without its quotation marks (List Blobs, «Etag»); what it is compared with has them.
    private static string VersionOf(BlobItemProperties blob) => $"\"{blob.ETag?.ToString().Trim('"')}\"";
}
