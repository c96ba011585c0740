using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Pipeline;

/// <summary>Finds uploads whose event never came, or was lost, and announces them. On one machine it is the only source of events.</summary>
public sealed partial class SweepPipeline(
    BlobInbox inbox, HubQueues queues, IOptions<HubOptions> options, TimeProvider time, ILogger<SweepPipeline> logger) : IDisposable
{
    // A file that still waits is announced again after this time: its event may have been lost with its host.
    private static readonly TimeSpan AnnounceAgainAfter = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> announced = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Announces what waits without having been announced lately. One listing, whatever the archive holds.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // Two sweeps at once would announce everything twice.
        await gate.WaitAsync(cancellationToken);
        try
        {
            await AnnounceWaitingAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task AnnounceWaitingAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        HashSet<string> waiting = new(StringComparer.Ordinal);
        int count = 0;
        await foreach (WaitingBlob blob in inbox.ListAsync(cancellationToken))
        {
            string version = $"{blob.Name}\n{blob.ETag}";
            waiting.Add(version);
            bool young = options.Value.SweepMinimumAge > TimeSpan.Zero && now - blob.LastModified < options.Value.SweepMinimumAge;
            if (young || (announced.TryGetValue(version, out DateTimeOffset last) && now - last < AnnounceAgainAfter))
            {
                continue;
            }

            announced[version] = now;
            count++;
            await queues.AnnounceAsync(EventFor(blob), cancellationToken);
        }

        foreach (string gone in announced.Keys.Where(version => !waiting.Contains(version)).ToList())
        {
            announced.Remove(gone);
        }

        if (count > 0)
        {
            LogAnnounced(count);
        }
    }

    private static BlobCreatedEvent EventFor(WaitingBlob blob) => new(
        blob.ETag.ToString(),
        BlobCreatedEvent.BlobCreated,
        string.Create(CultureInfo.InvariantCulture, $"/blobServices/default/containers/{StorageNames.Inbox}/blobs/{blob.Name}"),
        blob.LastModified);

    [LoggerMessage(401, LogLevel.Information, "Sweep: {Count} uploads without receipt announced.")]
    private partial void LogAnnounced(int count);
}
