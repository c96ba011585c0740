using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>An entity group transaction as the service reads it: one change set of HTTP requests, in a multipart body.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions.</remarks>
internal sealed class TransactionRequest
{
    // Random, so that no entity can hold it.
    private readonly string id = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly ArrayBufferWriter<byte> buffer = new();

    public TransactionRequest(IEnumerable<TableTransactionAction> actions, Func<string, Uri> uriOf, string table)
    {
        Append($"--batch_{id}\r\nContent-Type: multipart/mixed; boundary=changeset_{id}\r\n\r\n");
        foreach (TableTransactionAction action in actions)
        {
            TableClient.CheckKeys(action.Entity);
            Append($"--changeset_{id}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            AppendAction(action, uriOf, table);
            Count++;
        }

        Append($"--changeset_{id}--\r\n--batch_{id}--\r\n");
    }

    public int Count { get; }

    public string ContentType => $"multipart/mixed; boundary=batch_{id}";

    public ReadOnlyMemory<byte> Body => buffer.WrittenMemory;

    private static string MethodOf(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.Delete => "DELETE",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        _ => throw new InvalidOperationException($"There is no transaction action of type {type}."),
    };

    private static ETag ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace => action.ETag,
        TableTransactionActionType.Delete => action.ETag == default ? ETag.All : action.ETag,
        _ => default,
    };

    private void AppendAction(TableTransactionAction action, Func<string, Uri> uriOf, string table)
    {
        ITableEntity entity = action.Entity;
        string path = action.ActionType == TableTransactionActionType.Add
            ? table
            : TableRestClient.EntityPath(table, entity.PartitionKey, entity.RowKey);
        Append($"{MethodOf(action.ActionType)} {uriOf(path).AbsoluteUri} HTTP/1.1\r\n");
        Append($"Accept: {TableRestClient.MinimalMetadata}\r\nDataServiceVersion: 3.0\r\n");
        ETag condition = ConditionOf(action);
        if (condition != default)
        {
            Append($"If-Match: {condition}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Append($"\r\n");
            return;
        }

        Append($"Content-Type: application/json\r\nPrefer: return-no-content\r\n\r\n");
        buffer.Write(EntityWriter.Write(entity).Span);
        Append($"\r\n");
    }

    private void Append(FormattableString text) => Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture), buffer);
}
