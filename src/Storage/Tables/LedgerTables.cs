using Azure.Data.Tables;
using PianoZona.Contracts;

namespace PianoZona.Storage.Tables;

/// <summary>The tables of the ledger stage.</summary>
public static class LedgerTables
{
    /// <summary>Creates the tables that are not there yet.</summary>
    public static async Task CreateTablesAsync(TableServiceClient service, CancellationToken cancellationToken)
    {
        await service.CreateTableIfNotExistsAsync(StorageNames.LedgerTable, cancellationToken);
        await service.CreateTableIfNotExistsAsync(StorageNames.ReconciliationTable, cancellationToken);
    }
}
