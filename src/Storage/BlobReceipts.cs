using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Storage;

/// <summary>The receipts: container <c>esiti</c>, a blob for each form.</summary>
public sealed class BlobReceipts(BlobServiceClient service) : IReceiptStore
{
    // Codes and counts of the rules on trial: "PZ3018=2", separated by semicolons.
    private const string TrialMetadata = "prova";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Receipts);

    /// <inheritdoc/>
    public async Task<Receipt> StoreAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(receipt.Id);
        BlobUploadOptions createOnly = new()
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
            Metadata = TrialsOf(receipt),
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
    public async IAsyncEnumerable<(string ReceiptId, string Code, int Breaches)> ListTrialsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (
            BlobItem blob in container.GetBlobsAsync(
                new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
        {
            if (!blob.Metadata.TryGetValue(TrialMetadata, out string? found))
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

    // Beside the receipt, so that who would fail is found without opening every receipt.
    private static Dictionary<string, string> TrialsOf(Receipt receipt)
    {
        string found = string.Join(';', receipt.ProblemCounts
            .Where(count => RuleCatalogue.Find(count.Key) is { Trial: true })
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}={count.Value}")));
        return found.Length == 0 ? [] : new(StringComparer.Ordinal) { [TrialMetadata] = found };
    }

    private BlobClient Blob(ReceiptId id, string ending) => container.GetBlobClient(id.Path + ending);
}
