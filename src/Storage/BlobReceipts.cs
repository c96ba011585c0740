using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Storage;

/// <summary>The receipts: container <c>esiti</c>, a blob for each form.</summary>
public sealed class BlobReceipts(BlobServiceClient service) : IReceiptStore
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Receipts);

    // A receipt never changes: one without facts beside it is opened once.
    private readonly ConcurrentDictionary<string, ReceiptLine> opened = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Receipt> StoreAsync(
        Receipt receipt, CancellationToken cancellationToken, IReadOnlyList<string>? bodies = null)
    {
        ReceiptId id = ReceiptId.Parse(receipt.Id);
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
            Metadata = ReceiptFacts.Beside(receipt, bodies),
        };
        try
        {
            await Blob(id, ReceiptForms.Json)
                .UploadAsync(BinaryData.FromString(ReceiptJson.Write(receipt)), createOnly, cancellationToken);
            return receipt;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return await FindAsync(id, cancellationToken)
                ?? throw new InvalidOperationException($"Receipt {id} exists and cannot be read.", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await Blob(id, ReceiptForms.Json).DownloadContentAsync(cancellationToken);
            return ReceiptJson.Read(download.Content.ToString());
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task StoreFormAsync(ReceiptId id, IReceiptForm form, Stream content, CancellationToken cancellationToken) =>
        Blob(id, form.Ending)
            .UploadAsync(
                content,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = form.ContentType } },
                cancellationToken);

    /// <inheritdoc/>
    public Task RemoveFormAsync(ReceiptId id, IReceiptForm form, CancellationToken cancellationToken) =>
        Blob(id, form.Ending).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public async Task<Stream?> FindFormAsync(ReceiptId id, string ending, CancellationToken cancellationToken)
    {
        try
        {
            return (await Blob(id, ending).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReceiptLine> ListAsync(
        string sender, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GetBlobsOptions own = new() { Traits = BlobTraits.Metadata, Prefix = $"{sender}/" };
        await foreach (BlobItem blob in container.GetBlobsAsync(own, cancellationToken))
        {
            if (!blob.Name.EndsWith(ReceiptForms.Json, StringComparison.Ordinal)
                || !ReceiptId.TryParse(Path.GetFileNameWithoutExtension(blob.Name), out ReceiptId? id))
            {
                continue;
            }

            yield return ReceiptFacts.Read(id, blob.Metadata) ?? await OpenedAsync(id, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string ReceiptId, string Code, int Breaches)> ListTrialsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            BlobItem blob in container.GetBlobsAsync(
                new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
        {
            if (!blob.Metadata.TryGetValue(ReceiptFacts.Trials, out string? found))
            {
                continue;
            }

            foreach (string[] pair in found.Split(';').Select(part => part.Split('=')))
            {
                yield return (
                    Path.GetFileNameWithoutExtension(blob.Name),
                    pair[0],
                    int.Parse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }
    }

    private async Task<ReceiptLine> OpenedAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        if (opened.TryGetValue(id.Text, out ReceiptLine? known))
        {
            return known;
        }

        Receipt receipt = await FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Receipt {id} is listed and cannot be read.");
        return opened[id.Text] = ReceiptLine.Of(receipt);
    }

    private BlobClient Blob(ReceiptId id, string ending) => container.GetBlobClient(id.Path + ending);
}
