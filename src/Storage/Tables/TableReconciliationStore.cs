using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Storage.Tables;

/// <summary>
/// The derived state of fund years in table <c>saldi</c>: one row each, and further rows for one that is very large.
/// </summary>
/// <param name="service">The storage account's tables.</param>
public sealed class TableReconciliationStore(TableServiceClient service) : IReconciliationStore
{
    private const string StateRow = "stato";

    // A read of several rows fails only when a writer replaced them meanwhile.
    private const int MaxAttempts = 20;

    private readonly TableClient table = service.GetTableClient(StorageNames.ReconciliationTable);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// Writers replaced a state of several rows during every reading.
    /// </exception>
    public async Task<FundState> LoadAsync(string ambito, FundKey fund, CancellationToken cancellationToken)
    {
        string partition = TableKeys.Partition(ambito, fund);
        for (int attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await table.FindAsync(partition, StateRow, columns: null, cancellationToken) is not { } first)
            {
                return new FundState(ambito, fund, Version: null, [], [], []);
            }

            FundState? state = Read(
                ChunkedPayload.PartsOf(first) == 1 ? [first] : await ReadRowsAsync(first, cancellationToken));
            if (state is not null)
            {
                return state;
            }
        }

        throw new InvalidOperationException($"The state of '{partition}' changed during {MaxAttempts} readings.");
    }

    /// <inheritdoc/>
    /// <exception cref="PayloadTooLargeException">The state is more than one transaction takes.</exception>
    public async Task<bool> SaveAsync(FundState state, CancellationToken cancellationToken)
    {
        TableEntity first = new(TableKeys.Partition(state.Ambito, state.Fund), StateRow);
        IReadOnlyList<TableEntity> rows = ChunkedPayload.Write(first, LedgerJson.Write(state with { Version = null }));
        try
        {
            await table.SubmitTransactionAsync(Replace(rows, state.Version), cancellationToken);
            return true;
        }
        catch (TableTransactionFailedException failure) when (
            failure.Status is 404 or 409 or 412 && failure.ErrorCode != TableErrorCode.TableNotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<FundState> ListAsync(string ambito, CancellationToken cancellationToken) =>
        QueryAsync(TableKeys.InAmbito(ambito), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<FundState> ListAsync(string ambito, string fund, CancellationToken cancellationToken) =>
        QueryAsync(TableKeys.InFund(ambito, fund), cancellationToken);

    private async IAsyncEnumerable<FundState> QueryAsync(
        string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (rows.Count > 0 && !string.Equals(rows[0].PartitionKey, row.PartitionKey, StringComparison.Ordinal))
            {
                yield return await ReadOrLoadAsync(rows, cancellationToken);
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return await ReadOrLoadAsync(rows, cancellationToken);
        }
    }

    // The version of a state of several rows tells how many there are, so that those in excess go with the next
    // writing.
    private static IEnumerable<TableTransactionAction> Replace(IReadOnlyList<TableEntity> rows, string? version)
    {
        if (version is null)
        {
            return rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));
        }

        (int parts, ETag etag) = ParseVersion(version);
        return rows.Skip(1)
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            .Concat(
                Enumerable
                    .Range(rows.Count, Math.Max(0, parts - rows.Count))
                    .Select(index => new TableTransactionAction(
                        TableTransactionActionType.Delete,
                        new TableEntity(rows[0].PartitionKey, TableKeys.Part(StateRow, index)),
                        ETag.All)))
            .Prepend(new TableTransactionAction(TableTransactionActionType.UpdateReplace, rows[0], etag));
    }

    private static (int Parts, ETag ETag) ParseVersion(string version)
    {
        int separator = version.IndexOf('|', StringComparison.Ordinal);
        return (
            int.Parse(version.AsSpan(0, separator), NumberStyles.None, CultureInfo.InvariantCulture),
            new ETag(version[(separator + 1)..]));
    }

    // Null: the rows are of different writings.
    private static FundState? Read(IReadOnlyList<TableEntity> rows) =>
        ChunkedPayload.Read(rows) is { } json
            ? LedgerJson.Read<FundState>(json) with
            {
                Version = string.Create(CultureInfo.InvariantCulture, $"{rows.Count}|{rows[0].ETag}"),
            }
            : null;

    private async Task<FundState> ReadOrLoadAsync(List<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (Read(rows) is { } state)
        {
            return state;
        }

        string[] key = rows[0].PartitionKey.Split('|');
        return await LoadAsync(
            key[0], new FundKey(key[1], int.Parse(key[2], CultureInfo.InvariantCulture)), cancellationToken);
    }

    private async Task<List<TableEntity>> ReadRowsAsync(TableEntity first, CancellationToken cancellationToken) =>
        await table
            .QueryAsync<TableEntity>(
                TableKeys.Parts(first.PartitionKey, first.RowKey), cancellationToken: cancellationToken)
            .Prepend(first)
            .ToListAsync(cancellationToken);
}
