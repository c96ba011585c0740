using System.Globalization;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace PianoZona.Simulation.Tests;

/// <summary>Table storage in memory: transactions are atomic, rows have versions. Shared by all hosts.</summary>
internal sealed partial class SimulatedTables
{
    private readonly Dictionary<string, SortedDictionary<(string Partition, string Row), TableEntity>> tables = new(
        StringComparer.Ordinal);
    private int writings;

    /// <summary>A host's way to it: every request passes its gate, before and after.</summary>
    public TableServiceClient For(Gate gate) => new Service(this, gate);

    private SortedDictionary<(string Partition, string Row), TableEntity> Table(string name)
    {
        if (!tables.TryGetValue(name, out SortedDictionary<(string Partition, string Row), TableEntity>? table))
        {
            tables[name] = table = new SortedDictionary<(string Partition, string Row), TableEntity>(
                Comparer<(string Partition, string Row)>.Create(
                    (one, other) =>
                        one.Partition == other.Partition
                            ? string.CompareOrdinal(one.Row, other.Row)
                            : string.CompareOrdinal(one.Partition, other.Partition)));
        }

        return table;
    }

    private TableEntity Stored(TableEntity entity)
    {
        writings++;
        return new TableEntity(entity.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal))
        {
            ETag = new ETag(string.Create(CultureInfo.InvariantCulture, $"W/\"{writings}\"")),
        };
    }

    private sealed class Service(SimulatedTables tables, Gate gate) : TableServiceClient
    {
        public override TableClient GetTableClient(string tableName) =>
            new Client(tables, tables.Table(tableName), gate);
    }

    private sealed partial class Client(
        SimulatedTables tables,
        SortedDictionary<(string Partition, string Row), TableEntity> rows,
        Gate gate) : TableClient
    {
        public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
            IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
        {
            List<TableTransactionAction> actions = [.. transactionActions];
            await gate.PassAsync();
            foreach (TableTransactionAction action in actions)
            {
                if (Refusal(action) is { } status)
                {
                    throw new TableTransactionFailedException(
                        new RequestFailedException(status, "The condition does not hold."));
                }
            }

            foreach (TableTransactionAction action in actions)
            {
                (string, string) key = (action.Entity.PartitionKey, action.Entity.RowKey);
                if (action.ActionType == TableTransactionActionType.Delete)
                {
                    rows.Remove(key);
                }
                else
                {
                    rows[key] = tables.Stored((TableEntity)action.Entity);
                }
            }

            await gate.PassAsync();
            return Response.FromValue<IReadOnlyList<Response>>([], null!);
        }

        public override async Task<Response<T>> GetEntityAsync<T>(
            string partitionKey,
            string rowKey,
            IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default)
        {
            await gate.PassAsync();
            return rows.TryGetValue((partitionKey, rowKey), out TableEntity? row)
                ? Response.FromValue((T)(object)row, null!)
                : throw new RequestFailedException(404, "No such row.");
        }

        public override async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
            string partitionKey,
            string rowKey,
            IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default)
        {
            await gate.PassAsync();
            return rows.TryGetValue((partitionKey, rowKey), out TableEntity? row)
                ? Response.FromValue((T)(object)row, null!)
                : new Nothing<T>();
        }

        public override AsyncPageable<T> QueryAsync<T>(
            string? filter = null,
            int? maxPerPage = null,
            IEnumerable<string>? select = null,
            CancellationToken cancellationToken = default
        ) => new Answer<T>(gate, () => [.. rows.Values.Where(Filter(filter!)).Select(row => (T)(object)row)]);

        private int? Refusal(TableTransactionAction action)
        {
            bool found = rows.TryGetValue((action.Entity.PartitionKey, action.Entity.RowKey), out TableEntity? row);
            return action.ActionType switch
            {
                TableTransactionActionType.Add => found ? 409 : null,
                TableTransactionActionType.UpsertReplace => null,
                TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete =>
                    !found ? 404 : action.ETag != ETag.All && action.ETag != row!.ETag ? 412 : null,
                _ => throw new ArgumentOutOfRangeException(nameof(action)),
            };
        }

        // The few forms of filter that the ledger uses; another one matches nothing and fails the run.
        private static Func<TableEntity, bool> Filter(string filter)
        {
            (string Property, string Operator, string Value)[] conditions =
            [
                .. Condition()
                    .Matches(filter)
                    .Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)),
            ];
            bool isKnown = conditions.Length == filter.Split(" and ").Length;
            return row =>
                isKnown
                && Array.TrueForAll(
                    conditions,
                    condition =>
                    {
                        int order = string.CompareOrdinal(row.GetString(condition.Property), condition.Value);
                        return condition.Operator switch
                        {
                            "eq" => order == 0,
                            "ge" => order >= 0,
                            "gt" => order > 0,
                            _ => order < 0,
                        };
                    });
        }

        [GeneratedRegex("(\\w+) (eq|ge|gt|lt) '([^']*)'", RegexOptions.CultureInvariant, 1000)]
        private static partial Regex Condition();
    }

    private sealed class Nothing<T> : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("No value.");

        public override Response GetRawResponse() => null!;
    }

    private sealed class Answer<T>(Gate gate, Func<IReadOnlyList<T>> read) : AsyncPageable<T>
        where T : notnull
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(
            string? continuationToken = null, int? pageSizeHint = null)
        {
            await gate.PassAsync();
            yield return Page<T>.FromValues(read(), null, null!);
        }
    }
}
