using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>The configuration of the Ambiti: container <c>configurazione</c>.</summary>
public sealed partial class BlobAmbitoDirectory(
    BlobServiceClient service,
    HubTimes times,
    TimeProvider time,
    ILogger<BlobAmbitoDirectory> logger) : IAmbitoDirectory, IDisposable
{
    private readonly BlobContainerClient container = service.GetBlobContainerClient(StorageNames.Configuration);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Dictionary<string, (ETag ETag, Ambito? Good, IReadOnlyList<Mistake> Errors)> documents = [];
    private volatile Snapshot? latest;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyList<Mistake>> Mistakes { get; private set; } =
        new Dictionary<string, IReadOnlyList<Mistake>>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public AmbitoSet? LastRead => latest?.Set;

    /// <inheritdoc/>
    public async ValueTask<AmbitoSet> GetAsync(CancellationToken cancellationToken)
    {
        // Both fields in one reference: a reader outside the gate never sees the half of a refresh.
        if (latest is { } known && time.GetUtcNow() - known.ReadAt < times.ConfigurationRefresh)
        {
            return known.Set;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (latest is not { } before || time.GetUtcNow() - before.ReadAt >= times.ConfigurationRefresh)
            {
                latest = await RefreshAsync(cancellationToken);
            }

            return latest.Set;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<Snapshot> RefreshAsync(CancellationToken cancellationToken)
    {
        bool changed = latest is null;
        HashSet<string> seen = new(StringComparer.Ordinal);
        await foreach (BlobItem item in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            seen.Add(item.Name);
            if (item.Name.EndsWith(".json", StringComparison.Ordinal)
                && (!documents.TryGetValue(item.Name, out var known) || known.ETag != item.Properties.ETag))
            {
                documents[item.Name] = await ReadAsync(item.Name, cancellationToken);
                changed = true;
            }
        }

        foreach (string gone in documents.Keys.Where(name => !seen.Contains(name)).ToList())
        {
            documents.Remove(gone);
            changed = true;
        }

        AmbitoSet? set = latest?.Set;
        if (changed)
        {
            set = new AmbitoSet(documents.Values.Select(document => document.Good).OfType<Ambito>());
            Mistakes = documents.Where(pair => pair.Value.Errors.Count > 0)
                .ToDictionary(pair => pair.Key, pair => pair.Value.Errors, StringComparer.Ordinal);
        }

        return new Snapshot(set!, time.GetUtcNow());
    }

    private sealed record Snapshot(AmbitoSet Set, DateTimeOffset ReadAt);

    private async Task<(ETag ETag, Ambito? Good, IReadOnlyList<Mistake> Errors)> ReadAsync(
        string name, CancellationToken cancellationToken)
    {
        BlobDownloadResult download = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        AmbitoReadResult result = AmbitoDocument.Read(download.Content.ToString());
        if (result.Ambito is null)
        {
            LogMistakes(name, result.Errors.Count, result.Errors[0].Path);
        }

        return (download.Details.ETag, result.Ambito ?? documents.GetValueOrDefault(name).Good, result.Errors);
    }

    [LoggerMessage(
        101,
        LogLevel.Error,
        "Configuration {Document} has {Count} mistakes, the first at '{Path}': its last good version stays in force.")]
    private partial void LogMistakes(string document, int count, string path);
}
