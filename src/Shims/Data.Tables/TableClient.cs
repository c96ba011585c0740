using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table and its entities.</summary>
/// <remarks>Thread safe: one for the application's lifetime is enough.</remarks>
public partial class TableClient
{
    private readonly TableRestClient rest;

    /// <summary>A client by connection string.</summary>
    /// <param name="connectionString">With account key, shared access signature or UseDevelopmentStorage=true.</param>
    /// <param name="tableName">The table; it need not exist.</param>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, options: null)
    {
    }

    /// <summary>A client by connection string.</summary>
    /// <param name="connectionString">With account key, shared access signature or UseDevelopmentStorage=true.</param>
    /// <param name="tableName">The table; it need not exist.</param>
    /// <param name="options">Retries, policies, transport.</param>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(TableRestClient.Create(connectionString, options), tableName)
    {
    }

    /// <summary>A client by Microsoft Entra token.</summary>
    /// <param name="endpoint">The Table service's address, with https.</param>
    /// <param name="tableName">The table; it need not exist.</param>
    /// <param name="tokenCredential">Gives the tokens.</param>
    /// <param name="options">Retries, policies, transport.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(TableRestClient.Create(endpoint, tokenCredential, options), tableName)
    {
    }

    /// <summary>A client by account key.</summary>
    /// <param name="endpoint">The Table service's address.</param>
    /// <param name="tableName">The table; it need not exist.</param>
    /// <param name="credential">The account's name and key.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, options: null)
    {
    }

    /// <summary>A client by account key.</summary>
    /// <param name="endpoint">The Table service's address.</param>
    /// <param name="tableName">The table; it need not exist.</param>
    /// <param name="credential">The account's name and key.</param>
    /// <param name="options">Retries, policies, transport.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(TableRestClient.Create(endpoint, credential, options), tableName)
    {
    }

    internal TableClient(TableRestClient rest, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        this.rest = rest;
        Name = tableName;
    }

    /// <summary>For test doubles.</summary>
    protected TableClient()
    {
        rest = null!;
        Name = null!;
    }

    /// <summary>The table.</summary>
    public virtual string Name { get; }

    /// <summary>The storage account.</summary>
    public virtual string AccountName => rest.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => rest.UriOf(Name);

    /// <summary>A filter from an interpolated string, its values quoted and escaped.</summary>
    /// <param name="filter">Such as <c>$"PartitionKey eq {partition}"</c>.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A value has a type that filters do not know.</exception>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>Creates the table.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table.</returns>
    /// <exception cref="RequestFailedException">The service refused; 409 TableAlreadyExists where there is one.</exception>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Response.FromValue(new TableItem(Name), await rest.SendAsync(CreateTableMessage(201, 204), cancellationToken));

    /// <summary>Creates the table unless there is one.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table; the raw response has status 409 where there was one.</returns>
    /// <exception cref="RequestFailedException">The service refused, such as 409 TableBeingDeleted.</exception>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        Response response = await rest.SendAsync(CreateTableMessage(201, 204, 409), cancellationToken);
        if (response.Status == 409)
        {
            RequestFailedException conflict = new(response);
            if (conflict.ErrorCode == TableErrorCode.TableBeingDeleted)
            {
                throw conflict;
            }
        }

        return Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>Deletes the table, if there is one.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response: status 404 where there was none.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        HttpMessage message = rest.CreateMessage(RequestMethod.Delete, $"Tables('{Name}')", 204, 404);
        return rest.SendAsync(message, cancellationToken);
    }

    private HttpMessage CreateTableMessage(params ReadOnlySpan<ushort> expected)
    {
        HttpMessage message = rest.CreateMessage(RequestMethod.Post, "Tables", expected);
        TableRestClient.SetJson(
            message.Request,
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["TableName"] = Name }));
        return message;
    }
}
