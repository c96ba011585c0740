using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PianoZona.Contracts;

namespace PianoZona.Storage;

/// <summary>
/// The containers, queues and tables of the hub. In Azure infra/bicep makes them; on one machine this does.
/// </summary>
public sealed class StorageLayout(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    public static IReadOnlyList<string> Containers { get; } =
    [
        StorageNames.Inbox, StorageNames.Drafts, StorageNames.Receipts, StorageNames.Archive,
        StorageNames.Configuration, StorageNames.Allocations, StorageNames.RejectedMessages,
    ];

    /// <summary>The queues, each with the one of what failed.</summary>
    public static IReadOnlyList<string> Queues { get; } =
    [
        StorageNames.UploadEvents, PoisonQueues.UploadEvents,
        StorageNames.Reconciliations, PoisonQueues.Reconciliations,
        StorageNames.Mail, PoisonQueues.Mail,
    ];

    public static IReadOnlyList<string> Tables { get; } =
    [StorageNames.LedgerTable, StorageNames.ReconciliationTable, StorageNames.OutboxTable, StorageNames.DecisionTable];

    /// <summary>Makes what is missing.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        foreach (string name in Containers)
        {
            await blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (string name in Queues)
        {
            await queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (string name in Tables)
        {
            await tables.GetTableClient(name).CreateIfNotExistsAsync(cancellationToken);
        }
    }
}
