using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of a storage account.</summary>
/// <remarks>Thread safe: one for the application's lifetime is enough.</remarks>
public class TableServiceClient
{
    private const string NextTable = "x-ms-continuation-NextTableName";

    private readonly TableRestClient rest;

    /// <summary>A client by connection string.</summary>
    /// <param name="connectionString">With account key, shared access signature or UseDevelopmentStorage=true.</param>
    public TableServiceClient(string connectionString)
        : this(connectionString, options: null)
    {
    }

    /// <summary>A client by connection string.</summary>
    /// <param name="connectionString">With account key, shared access signature or UseDevelopmentStorage=true.</param>
    /// <param name="options">Retries, policies, transport.</param>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) =>
        rest = TableRestClient.Create(connectionString, options);

    /// <summary>A client by Microsoft Entra token.</summary>
    /// <param name="endpoint">The Table service's address, with https.</param>
    /// <param name="tokenCredential">Gives the tokens.</param>
    /// <param name="options">Retries, policies, transport.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        rest = TableRestClient.Create(endpoint, tokenCredential, options);

    /// <summary>A client by account key.</summary>
    /// <param name="endpoint">The Table service's address.</param>
    /// <param name="credential">The account's name and key.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, options: null)
    {
    }

    /// <summary>A client by account key.</summary>
    /// <param name="endpoint">The Table service's address.</param>
    /// <param name="credential">The account's name and key.</param>
    /// <param name="options">Retries, policies, transport.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options) =>
        rest = TableRestClient.Create(endpoint, credential, options);

    /// <summary>For test doubles.</summary>
    protected TableServiceClient() => rest = null!;

    /// <summary>The storage account.</summary>
    public virtual string AccountName => rest.AccountName;

    /// <summary>The Table service's address.</summary>
    public virtual Uri Uri => rest.Endpoint;

    /// <summary>A filter from an interpolated string, its values quoted and escaped.</summary>
    /// <param name="filter">Such as <c>$"TableName ge {first}"</c>.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="ArgumentException">A value has a type that filters do not know.</exception>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>A client of one table, which shares this one's connections.</summary>
    /// <param name="tableName">The table; it need not exist.</param>
    /// <returns>The client.</returns>
    public virtual TableClient GetTableClient(string tableName) => new(rest, tableName);

    /// <summary>Creates a table.</summary>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table.</returns>
    /// <exception cref="RequestFailedException">The service refused; 409 TableAlreadyExists where there is one.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    /// <summary>Creates a table unless there is one.</summary>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table; the raw response has status 409 where there was one.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Deletes a table, if there is one.</summary>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response: status 404 where there was none.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    /// <summary>The tables.</summary>
    /// <param name="filter">An OData filter on TableName; null for all.</param>
    /// <param name="maxPerPage">Tables in a page at most; null leaves it to the service.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The tables, page by page.</returns>
    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new TablePageable<TableItem>((next, size, ct) => FetchAsync(filter, next, size, ct), maxPerPage, cancellationToken);

    /// <summary>The tables.</summary>
    /// <param name="filter">An interpolated filter on TableName, as for <see cref="CreateQueryFilter"/>.</param>
    /// <param name="maxPerPage">Tables in a page at most; null leaves it to the service.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The tables, page by page.</returns>
    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        QueryAsync(ODataFilter.Create(filter), maxPerPage, cancellationToken);

    private async Task<Page<TableItem>> FetchAsync(string? filter, string? next, int? size, CancellationToken cancellationToken)
    {
        HttpMessage message = rest.CreateMessage(RequestMethod.Get, "Tables", 200);
        QueryParameters.Append(message.Request.Uri, filter, size, select: null);
        QueryParameters.Append(message.Request.Uri, "NextTableName", next);
        Response response = await rest.SendAsync(message, cancellationToken);
        using JsonDocument document = JsonDocument.Parse(response.Content);
        TableItem[] tables = [.. document.RootElement.GetProperty("value").EnumerateArray()
            .Select(t => new TableItem(t.GetProperty("TableName").GetString()!))];
        return Page<TableItem>.FromValues(tables, response.Headers.TryGetValue(NextTable, out string? token) ? token : null, response);
    }
}
