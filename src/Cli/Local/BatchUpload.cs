using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;

namespace PianoZona.Cli.Local;

/// <summary>Puts files into the real inbox and waits for the triggers to do the rest.</summary>
/// <remarks>
/// Files of one folder replace each other, so they go one after the other; all others go together. What has its receipt
/// already, from an earlier run that was interrupted, is not put again.
/// </remarks>
internal sealed class BatchUpload(
    LocalHub hub,
    BlobServiceClient blobs,
    QueueServiceClient queues,
    IReceiptStore receipts,
    SweepPipeline sweep,
    NightlyPipeline night)
{
    /// <summary>It announces its files itself: the hub's own look for forgotten ones leaves them time.</summary>
    public static readonly TimeSpan SweepMinimumAge = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly BlobContainerClient inbox = blobs.GetBlobContainerClient(StorageNames.Inbox);
    private readonly QueueClient reconciliations = queues.GetQueueClient(StorageNames.Reconciliations);

    /// <summary>
    /// Uploads everything, waits for every receipt and for the reconciliations, then reconciles in full.
    /// </summary>
    /// <param name="uploads">The files.</param>
    /// <param name="progress">Told in Italian how far it is.</param>
    /// <param name="cancellationToken">Ends the waiting; what was put stays.</param>
    /// <returns>The receipts, in the order of the files.</returns>
    public async Task<IReadOnlyList<Receipt>> RunAsync(
        IReadOnlyList<PlannedUpload> uploads, Action<string> progress, CancellationToken cancellationToken)
    {
        Dictionary<string, Receipt> done = new(StringComparer.Ordinal);
        List<List<PlannedUpload>> waves = Waves(uploads);
        foreach (List<PlannedUpload> wave in waves)
        {
            await PutAsync(wave, cancellationToken);
            await WaitAsync(
                wave,
                done,
                count => progress($"{count} di {uploads.Count} file hanno il loro esito"),
                cancellationToken);
        }

        progress("Riconcilio…");
        await DrainAsync(cancellationToken);
        await night.RunAsync(cancellationToken);
        return [.. uploads.Select(upload => done[upload.ReceiptId.Text])];
    }

    // The first file of every folder, then the second of those that have one, and so on: one replaces the other.
    private static List<List<PlannedUpload>> Waves(IReadOnlyList<PlannedUpload> uploads) =>
        [.. uploads.GroupBy(upload => upload.File.Folder, StringComparer.Ordinal)
            .SelectMany(folder => folder.Select((upload, place) => (upload, place)))
            .GroupBy(pair => pair.place, pair => pair.upload)
            .OrderBy(wave => wave.Key)
            .Select(wave => wave.OrderBy(upload => upload.File.Name, StringComparer.Ordinal).ToList())];

    private async Task PutAsync(List<PlannedUpload> wave, CancellationToken cancellationToken)
    {
        // What goes together goes at once: nobody's verdict depends on the order.
        await Parallel.ForEachAsync(wave, cancellationToken, async (upload, cancel) => await PutAsync(upload, cancel));
        // The timer would find them within a second: there is no need to wait for it.
        await sweep.SweepAsync(cancellationToken);
    }

    private async Task PutAsync(PlannedUpload upload, CancellationToken cancellationToken)
    {
        BlobClient blob = inbox.GetBlobClient(upload.File.Name);
        if (await receipts.FindAsync(upload.ReceiptId, cancellationToken) is not null
            || await blob.ExistsAsync(cancellationToken))
        {
            return;
        }

        BlobUploadOptions options = new()
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = upload.Sequence.ToString(CultureInfo.InvariantCulture),
            },
        };
        await blob.UploadAsync(upload.File.Path, options, cancellationToken);
    }

    private async Task WaitAsync(
        List<PlannedUpload> wave,
        Dictionary<string, Receipt> done,
        Action<int> progress,
        CancellationToken cancellationToken)
    {
        HashSet<string> waiting = new(StringComparer.Ordinal);
        do
        {
            waiting.Clear();
            await foreach (BlobItem item in inbox.GetBlobsAsync(cancellationToken: cancellationToken))
            {
                waiting.Add(item.Name);
            }

            foreach (PlannedUpload upload in wave.Where(upload =>
                    !done.ContainsKey(upload.ReceiptId.Text) && !waiting.Contains(upload.File.Name)))
            {
                done[upload.ReceiptId.Text] =
                    await receipts.FindAsync(upload.ReceiptId, cancellationToken)
                    ?? throw new InvalidOperationException(
                        $"Upload {upload.ReceiptId} left the inbox without a receipt.");
                progress(done.Count);
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
        while (wave.Any(upload => !done.ContainsKey(upload.ReceiptId.Text)));
    }

    // Messages that an interrupted run had taken stay hidden for minutes: the full reconciliation that follows does
    // their work.
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (hub.Running > 0 || (await reconciliations.PeekMessageAsync(cancellationToken)).Value is not null)
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
