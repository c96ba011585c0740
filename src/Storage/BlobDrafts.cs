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
    private const string FlowMetadata = "flusso";
    private const string PeriodMetadata = "periodo";
    private const string BodyMetadata = "ente";
    private const string VersionMetadata = "versione";
    private const string OutcomeMetadata = "esito";

    private static readonly TimeSpan AddressHolds = TimeSpan.FromHours(1);

    // The service's clock may be behind the hub's (Azure Storage, «Best practices when using SAS»).
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(15);

    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Drafts);
    private readonly BlobContainerClient inbox = service.GetBlobContainerClient(StorageNames.Inbox);

    /// <inheritdoc/>
    public Task StoreAsync(DraftKey key, Stream content, DraftFacts facts, CancellationToken cancellationToken) =>
        container.GetBlobClient(key.Path)
            .UploadAsync(content, new BlobUploadOptions { Metadata = Written(facts) }, cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> TryStoreAsync(
        DraftKey key, Stream content, DraftFacts facts, string? version, CancellationToken cancellationToken)
    {
        BlobUploadOptions options = new()
        {
            Metadata = Written(facts), Conditions = Still(version),
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
                new CommitBlockListOptions { Metadata = Written(facts), Conditions = Still(version) },
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
        try
        {
            await BlobCopy.OnceAsync(
                container.GetBlobClient(key.Path + WrittenEnding), container.GetBlobClient(key.Path), Written(facts),
                time, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<DraftFile?> TryOpenAsync(DraftKey key, CancellationToken cancellationToken) =>
        await PinnedBlob.TryOpenAsync(container.GetBlobClient(key.Path), cancellationToken) is { } blob
            ? new DraftFile(key, blob, Read(blob.Metadata))
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DraftLine>> ListAsync(string sender, CancellationToken cancellationToken)
    {
        List<(DraftLine Line, BlobItemProperties Blob)> found = [];
        Dictionary<string, DraftMark> marks = new(StringComparer.Ordinal);
        GetBlobsOptions ofSender = new() { Traits = BlobTraits.Metadata, Prefix = $"{sender}/" };
        await foreach (BlobItem item in container.GetBlobsAsync(ofSender, cancellationToken))
        {
            if (DraftKey.Parse(sender, item.Name[(sender.Length + 1)..]) is { } key)
            {
                DateTimeOffset at = item.Properties.LastModified ?? DateTimeOffset.MinValue;
                found.Add((
                    new DraftLine(key, Read(item.Metadata), at) { IsEmpty = item.Properties.ContentLength == 0 },
                    item.Properties));
            }
            else if (item.Name.EndsWith(CheckEnding, StringComparison.Ordinal) && MarkOf(item.Metadata) is { } mark)
            {
                marks[item.Name[..^CheckEnding.Length]] = mark;
            }
        }

        return
        [
            .. found.Select(one => marks.TryGetValue(one.Line.Key.Path, out DraftMark? mark)
                    && mark.HoldsFor(VersionOf(one.Blob), one.Blob.ContentLength ?? 0)
                        ? one.Line with { Found = mark.Outcome, IsSame = mark.IsSame } : one.Line)
                .OrderByDescending(draft => draft.WrittenAt),
        ];
    }

    /// <inheritdoc/>
    public async Task<string?> StateAsync(
        DraftKey key, DraftFacts facts, string version, CancellationToken cancellationToken)
    {
        try
        {
            BlobInfo stated = await container.GetBlobClient(key.Path)
                .SetMetadataAsync(Written(facts), Still(version), cancellationToken);
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
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [VersionMetadata] = Uri.EscapeDataString(mark.Version),
                    [OutcomeMetadata] = mark.Text,
                },
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
            container.GetBlobClient(key.Path), inbox.GetBlobClient(path), Written(facts), time, cancellationToken);
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

    private static BlobRequestConditions Still(string? version) => version is null
        ? new BlobRequestConditions { IfNoneMatch = ETag.All }
        : new BlobRequestConditions { IfMatch = new ETag(version) };

    // Ids of the blocks of one blob are of one length (Put Block, «blockid»).
    private static string IdOf(int part) => Convert.ToBase64String(
        Encoding.ASCII.GetBytes(part.ToString("D6", CultureInfo.InvariantCulture)));

    private static Dictionary<string, string> Written(DraftFacts facts)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            [ReceivedFile.NameMetadata] = Uri.EscapeDataString(facts.FileName),
            [ReceivedFile.AuthorMetadata] = facts.By,
        };
        Add(FlowMetadata, facts.Flow);
        Add(PeriodMetadata, facts.Period);
        Add(BodyMetadata, facts.Body);
        Add(ReceivedFile.NilMetadata, facts.NilReturn ? ReceivedFile.Yes : null);
        Add(ReceivedFile.SequenceMetadata, facts.Sequence?.ToString(CultureInfo.InvariantCulture));
        return metadata;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                metadata[name] = value;
            }
        }
    }

    private static DraftFacts Read(IDictionary<string, string> metadata) => new(
        Uri.UnescapeDataString(metadata[ReceivedFile.NameMetadata]),
        metadata[ReceivedFile.AuthorMetadata],
        Of(metadata, FlowMetadata),
        Of(metadata, PeriodMetadata))
    {
        Body = Of(metadata, BodyMetadata),
        NilReturn = Of(metadata, ReceivedFile.NilMetadata) is not null,
        Sequence = Of(metadata, ReceivedFile.SequenceMetadata) is { } sequence
            ? long.Parse(sequence, NumberStyles.None, CultureInfo.InvariantCulture)
            : null,
    };

    private static DraftMark? MarkOf(IDictionary<string, string> metadata) =>
        Of(metadata, VersionMetadata) is { } version
            ? DraftMark.Read(Uri.UnescapeDataString(version), Of(metadata, OutcomeMetadata))
            : null;

    // Lists give it without its quotation marks (List Blobs, «Etag»); what it is compared with has them.
    private static string VersionOf(BlobItemProperties blob) => $"\"{blob.ETag?.ToString().Trim('"')}\"";

    private static string? Of(IDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out string? value) ? value : null;
}
