using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using PianoZona.Contracts;

namespace PianoZona.Functions.Storage;

/// <summary>The containers, queues and tables of the hub. In Azure infra/bicep makes them; on one machine this does.</summary>
public sealed class StorageLayout(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
{
    private static readonly string[] Containers =
        [StorageNames.Inbox, StorageNames.Receipts, StorageNames.Archive, StorageNames.Configuration, StorageNames.Allocations];

    private static readonly string[] Queues =
    [
        StorageNames.UploadEvents, StorageNames.UploadEvents + "-poison",
        StorageNames.Reconciliations, StorageNames.Reconciliations + "-poison",
        StorageNames.Mail, StorageNames.Mail + "-poison",
    ];

    private static readonly string[] Tables = 
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

    /// <summary>Names of what cannot be reached or is missing; none = all is well.</summary>
    public async Task<IReadOnlyList<string>> FindMissingAsync(CancellationToken cancellationToken)
    {
        List<string> missing = [];
        foreach (string name in Containers)
        {
            if (!await blobs.GetBlobContainerClient(name).ExistsAsync(cancellationToken))
            {
                missing.Add(name);
            }
        }

        foreach (string name in Queues)
        {
            if (!await queues.GetQueueClient(name).ExistsAsync(cancellationToken))
            {
                missing.Add(name);
            }
        }

        foreach (string name in Tables)
        {
            // A query for a key that cannot exist: it costs one transaction and fails only when the table does.
            try
            {
                await tables.GetTableClient(name).GetEntityIfExistsAsync<TableEntity>("-", "-", cancellationToken: cancellationToken);
            }
            catch (Azure.RequestFailedException exception) when (exception.ErrorCode == "TableNotFound")
            {
                missing.Add(name);
            }
        }

        return missing;
    }
}
