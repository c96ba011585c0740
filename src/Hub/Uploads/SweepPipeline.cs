using Microsoft.Extensions.Logging;
using PianoZona.Contracts.Messages;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>
/// Finds uploads whose event never came, or was lost, and announces them. On one machine it is the only source of
/// events.
/// </summary>
public sealed partial class SweepPipeline(
    IInbox inbox,
    IHubQueues queues,
    IAmbitoDirectory ambiti,
    HubTimes times,
    TimeProvider time,
    ILogger<SweepPipeline> logger) : IDisposable
{
    // A file that still waits is announced again after this time: its event may have been lost with its host.
    private static readonly TimeSpan AnnounceAgainAfter = TimeSpan.FromMinutes(10);

    // One machine sweeps every second; what was seen is written down less often than that.
    private static readonly TimeSpan MarkAgainAfter = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, DateTimeOffset> announced = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1, 1);
    private DateTimeOffset marked = DateTimeOffset.MinValue;

    /// <summary>
    /// Announces what waits without having been announced lately, and writes down for the health page what it saw. One
    /// listing, whatever the archive holds.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // Two sweeps at once would announce everything twice.
        await gate.WaitAsync(cancellationToken);
        try
        {
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset? oldest = await AnnounceWaitingAsync(now, cancellationToken);
            if (now - marked >= MarkAgainAfter)
            {
                await MarkAsync(now, oldest, cancellationToken);
                marked = now;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task MarkAsync(DateTimeOffset now, DateTimeOffset? oldest, CancellationToken cancellationToken)
    {
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        await inbox.MarkAsync(new SweepMark(now, oldest, known.All.Count, ambiti.Mistakes.Count), cancellationToken);
    }

    // When the oldest of all that waits was written; null when nothing waits.
    private async Task<DateTimeOffset?> AnnounceWaitingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? oldest = null;
        HashSet<string> waiting = new(StringComparer.Ordinal);
        int count = 0;
        await foreach (WaitingFile file in inbox.ListAsync(cancellationToken))
        {
            string version = $"{file.Name}\n{file.Version}";
            waiting.Add(version);
            oldest = oldest < file.LastModified ? oldest : file.LastModified;
            bool young = times.SweepMinimumAge > TimeSpan.Zero && now - file.LastModified < times.SweepMinimumAge;
            if (young || (announced.TryGetValue(version, out DateTimeOffset last) && now - last < AnnounceAgainAfter))
            {
                continue;
            }

            // Remembered when it is done: what could not be announced is tried again by the next sweep.
            await queues.AnnounceAsync(EventFor(file), cancellationToken);
            announced[version] = now;
            count++;
        }

        foreach (string gone in announced.Keys.Where(version => !waiting.Contains(version)).ToList())
        {
            announced.Remove(gone);
        }

        if (count > 0)
        {
            LogAnnounced(count);
        }

        return oldest;
    }

    private static BlobCreatedEvent EventFor(WaitingFile file) =>
        BlobCreatedEvent.OfInbox(file.Name, file.Version, file.LastModified);

    [LoggerMessage(207, LogLevel.Information, "Sweep: {Count} uploads without receipt announced.")]
    private partial void LogAnnounced(int count);
}
