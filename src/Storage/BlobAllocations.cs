using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>
/// The riparti: container <c>riparti</c>, one blob for each (<c>{ambito}/{fondo}/{annualita}/{numero}.json</c>) and one
/// for what is in force in a year (<c>{ambito}/{annualita}/vigore.json</c>).
/// </summary>
public sealed class BlobAllocations(BlobServiceClient service) : IAllocationStore
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Allocations);

    /// <inheritdoc/>
    public Task<Stored<AllocationDocument>?> FindAsync(
        string ambito,
        FundKey fund,
        int number,
        CancellationToken cancellationToken
    ) => ReadAsync<AllocationDocument>(PathOf(ambito, fund, number), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AllocationDocument>> ListAsync(
        string ambito, FundKey fund, CancellationToken cancellationToken)
    {
        List<AllocationDocument> documents = [];
        await foreach (
            BlobItem item in container.GetBlobsAsync(
                new GetBlobsOptions { Prefix = FolderOf(ambito, fund) }, cancellationToken))
        {
            if (await ReadAsync<AllocationDocument>(item.Name, cancellationToken) is { } found)
            {
                documents.Add(found.Value);
            }
        }

        return [.. documents.OrderBy(document => document.Number)];
    }

    /// <inheritdoc/>
    public async Task<AllocationDocument?> FindLastAsync(
        string ambito, FundKey fund, CancellationToken cancellationToken)
    {
        string? last = null;
        await foreach (
            BlobItem item in container.GetBlobsAsync(
                new GetBlobsOptions { Prefix = FolderOf(ambito, fund) }, cancellationToken))
        {
            last = item.Name;
        }

        return last is null ? null : (await ReadAsync<AllocationDocument>(last, cancellationToken))?.Value;
    }

    /// <inheritdoc/>
    public async Task<Stored<AllocationRegister>> RegisterAsync(
        string ambito, int year, CancellationToken cancellationToken) =>
        await ReadAsync<AllocationRegister>(PathOf(ambito, year), cancellationToken)
        ?? new Stored<AllocationRegister>(new AllocationRegister(ambito, year, [], null), null);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AllocationRegister>> ListRegistersAsync(
        string ambito, CancellationToken cancellationToken)
    {
        List<AllocationRegister> registers = [];
        string folder = $"{ambito}/";
        GetBlobsByHierarchyOptions years = new() { Delimiter = "/", Prefix = folder };
        await foreach (BlobHierarchyItem item in container.GetBlobsByHierarchyAsync(years, cancellationToken))
        {
            // The folders beside those of the years are those of the funds.
            if (item.IsPrefix
                && int.TryParse(
                    item.Prefix[folder.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
                && await ReadAsync<AllocationRegister>(PathOf(ambito, year), cancellationToken) is { } found)
            {
                registers.Add(found.Value);
            }
        }

        return registers;
    }

    /// <inheritdoc/>
    public Task<bool> StoreAsync(AllocationDocument document, string? version, CancellationToken cancellationToken) =>
        WriteAsync(PathOf(document.Ambito, document.Fund, document.Number), document, version, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> StoreAsync(AllocationRegister register, string? version, CancellationToken cancellationToken) =>
        WriteAsync(PathOf(register.Ambito, register.Year), register, version, cancellationToken);

    private async Task<Stored<T>?> ReadAsync<T>(string path, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await container.GetBlobClient(path).DownloadContentAsync(cancellationToken);
            return new Stored<T>(AllocationJson.Read<T>(download.Content.ToString()), download.Details.ETag.ToString());
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private async Task<bool> WriteAsync<T>(string path, T value, string? version, CancellationToken cancellationToken)
    {
        BlobUploadOptions options = new()
        {
            Conditions = version is { } known
                ? new BlobRequestConditions { IfMatch = new ETag(known) }
                : new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json; charset=utf-8" },
        };
        try
        {
            await container
                .GetBlobClient(path)
                .UploadAsync(BinaryData.FromString(AllocationJson.Write(value)), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }
    }

    private static string FolderOf(string ambito, FundKey fund) =>
        string.Create(CultureInfo.InvariantCulture, $"{ambito}/{fund.Fund}/{fund.Year}/");

    // Four digits, so that a listing is in the order of the numbers.
    private static string PathOf(string ambito, FundKey fund, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FolderOf(ambito, fund)}{number:0000}.json");

    private static string PathOf(string ambito, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{ambito}/{year}/vigore.json");
}
