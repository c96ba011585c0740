using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>What one look at the storage account found.</summary>
/// <param name="At">When it looked.</param>
/// <param name="Faults">What is missing or does not answer, for the Ufficio di Piano.</param>
/// <param name="Mark">What the last sweep saw; null when none has run, or the blobs do not answer.</param>
public sealed record StorageView(DateTimeOffset At, IReadOnlyList<string> Faults, SweepMark? Mark);

/// <summary>
/// Whether every container, queue and table is there: three transactions, and what they tell holds for thirty seconds.
/// </summary>
/// <remarks>
/// One listing of each kind. What a listing of blobs alone could tell (uploads that wait, the configuration) comes with
/// the first, as the mark that the sweep left. Whoever asks while another looks gets what the other sees.
/// </remarks>
public sealed partial class StorageProbe(
    BlobServiceClient blobs,
    QueueServiceClient queues,
    TableServiceClient tables,
    TimeProvider time,
    ILogger<StorageProbe> logger)
{
    /// <summary>How long a view holds.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private DateTimeOffset lookedAt;
    private Task<StorageView>? latest;

    /// <summary>The view that holds now. A caller that gives up does not end the look of the others.</summary>
    public Task<StorageView> ViewAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (latest is null or { IsFaulted: true } || now - lookedAt >= Holds)
            {
                lookedAt = now;
                latest = Task.Run(() => LookAsync(now), CancellationToken.None);
            }

            return latest.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Whether a request failed in the service, in the network or in the sign-in to it, and not by a mistake of the
    /// program.
    /// </summary>
    public static bool IsFailure(Exception exception) =>
        exception is RequestFailedException or AuthenticationFailedException or OperationCanceledException
        || (exception is AggregateException tries && tries.InnerExceptions.All(IsFailure));

    private async Task<StorageView> LookAsync(DateTimeOffset at)
    {
        SweepMark? mark = null;
        IReadOnlyList<string>[] faults = await Task.WhenAll(
            FaultsAsync(
                "contenitori",
                "il contenitore",
                StorageLayout.Containers,
                async found =>
                {
                    await foreach (
                        BlobContainerItem container in blobs.GetBlobContainersAsync(BlobContainerTraits.Metadata))
                    {
                        found.Add(container.Name);
                        mark =
                            container.Name == Contracts.StorageNames.Inbox
                                ? SweepMark.From(container.Properties.Metadata)
                                : mark;
                    }
                }),
            FaultsAsync(
                "code",
                "la coda",
                StorageLayout.Queues,
                async found => found.UnionWith(await queues.GetQueuesAsync().Select(queue => queue.Name).ToListAsync())
            ),
            FaultsAsync(
                "tabelle",
                "la tabella",
                StorageLayout.Tables,
                async found => found.UnionWith(await tables.QueryAsync().Select(table => table.Name).ToListAsync())));
        return new StorageView(at, [.. faults.SelectMany(kind => kind)], mark);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(
        string kind, string one, IReadOnlyList<string> expected, Func<HashSet<string>, Task> listInto)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        try
        {
            await listInto(found);
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            string code = exception is RequestFailedException { ErrorCode: { Length: > 0 } told }
                ? told
                : exception.GetType().Name;
            LogUnreachable(kind, code);
            return [$"archiviazione: {kind} non raggiungibili ({code})"];
        }

        return [.. expected.Where(name => !found.Contains(name)).Select(name => $"archiviazione: manca {one} {name}")];
    }

    [LoggerMessage(104, LogLevel.Error, "Storage does not list its {Kind}: {Code}.")]
    private partial void LogUnreachable(string kind, string code);
}
