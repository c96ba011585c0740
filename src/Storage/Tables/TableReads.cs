using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace PianoZona.Storage.Tables;

/// <summary>Reading one row.</summary>
internal static class TableReads
{
    /// <summary>A row; null when it is not there.</summary>
    /// <remarks>
    /// The package's own way (GetEntityIfExists) says the same of a table that is gone, and a lost ledger would read as
    /// an empty one.
    /// </remarks>
    /// <exception cref="RequestFailedException">The table is not there, or does not answer.</exception>
    public static async Task<TableEntity?> FindAsync(
        this TableClient table,
        string partition,
        string row,
        IEnumerable<string>? columns,
        CancellationToken cancellationToken)
    {
        try
        {
            return await table.GetEntityAsync<TableEntity>(partition, row, columns, cancellationToken);
        }
        catch (RequestFailedException failure)
            when (failure.Status == 404 && failure.ErrorCode != TableErrorCode.TableNotFound)
        {
            return null;
        }
    }
}
