using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Functions.Storage;

/// <summary>The receipts: container <c>esiti</c>. A receipt is written once and never changed; what stands beside it is written before it.</summary>
public sealed class BlobReceipts(BlobServiceClient service)
{
    /// <summary>Ending of a receipt.</summary>
    public const string Json = ".json";

    /// <summary>Ending of a receipt as a page.</summary>
    public const string Page = ".html";

    /// <summary>Ending of the sender's sheet back.</summary>
    public const string Workbook = ".xlsx";

    /// <summary>Content type of a workbook.</summary>
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Codes and counts of the rules on trial: "PZ3018=2", separated by semicolons.
    private const string TrialMetadata = "prova";

    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Receipts);

    /// <summary>Stores a receipt, unless one with its number is there already.</summary>
    /// <returns>The receipt that is stored: the earlier one when a step is repeated.</returns>
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
            await Blob(id, Json).UploadAsync(BinaryData.FromString(ReceiptJson.Write(receipt)), createOnly, cancellationToken);
            return receipt;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return await FindAsync(id, cancellationToken)
                ?? throw new InvalidOperationException($"Receipt {id} exists and cannot be read.", exception);
        }
    }

    /// <summary>The receipt with a number; null when there is none.</summary>
    public async Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await Blob(id, Json).DownloadContentAsync(cancellationToken);
            return ReceiptJson.Read(download.Content.ToString());
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Stores the page of a receipt: one transaction, and the same when it is repeated.</summary>
    public Task StorePageAsync(ReceiptId id, string html, CancellationToken cancellationToken) => Blob(id, Page).UploadAsync(
        BinaryData.FromString(html),
        new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/html; charset=utf-8" } },
        cancellationToken);

    /// <summary>Stores the sender's sheet with its problems: one transaction, and the same when it is repeated.</summary>
    public Task StoreWorkbookAsync(ReceiptId id, Stream workbook, CancellationToken cancellationToken) => Blob(id, Workbook).UploadAsync(
        workbook, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = WorkbookType } }, cancellationToken);

    /// <summary>Makes sure that there is no sheet beside a receipt.</summary>
    public Task RemoveWorkbookAsync(ReceiptId id, CancellationToken cancellationToken) =>
        Blob(id, Workbook).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>What stands beside a receipt: <see cref="Page"/> or <see cref="Workbook"/>; null when it is not there.</summary>
    public async Task<Stream?> FindBesideAsync(ReceiptId id, string ending, CancellationToken cancellationToken)
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

    /// <summary>What rules on trial found, receipt by receipt: one listing, no receipt is read.</summary>
    public async IAsyncEnumerable<(string ReceiptId, string Code, int Breaches)> ListTrialsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (BlobItem blob in container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
        {
            if (!blob.Metadata.TryGetValue(TrialMetadata, out string? found))
            {
                continue;
            }

            foreach (string[] pair in found.Split(';').Select(part => part.Split('=')))
            {
                yield return (Path.GetFileNameWithoutExtension(blob.Name), pair[0], int.Parse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture));
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
