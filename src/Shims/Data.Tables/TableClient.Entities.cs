using Azure.Core;

namespace Azure.Data.Tables;

/// <content>Entities, one by one and by query.</content>
public partial class TableClient
{
    private const string NextPartitionKey = "NextPartitionKey";
    private const string NextRowKey = "NextRowKey";

    /// <summary>Adds an entity.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="entity">The entity; null properties are left out.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response, with the entity's ETag.</returns>
    /// <exception cref="RequestFailedException">The service refused; 409 EntityAlreadyExists where there is one.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        CheckKeys(entity);
        HttpMessage message = rest.CreateMessage(RequestMethod.Post, Name, 201, 204);
        TableRestClient.SetJson(message.Request, EntityWriter.Write(entity));
        return rest.SendAsync(message, cancellationToken);
    }

    /// <summary>Writes an entity, whether there is one or not.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="entity">The entity; null properties are left out.</param>
    /// <param name="mode">What becomes of properties that are there and not in the entity.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response, with the entity's ETag.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
        => WriteAsync(entity, ifMatch: default, mode, cancellationToken);

    /// <summary>Writes an entity that exists.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="entity">The entity; null properties are left out.</param>
    /// <param name="ifMatch">The version expected; <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of properties that are there and not in the entity.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response, with the entity's ETag.</returns>
    /// <exception cref="ArgumentException">There is no ETag.</exception>
    /// <exception cref="RequestFailedException">
    /// The service refused; 412 UpdateConditionNotSatisfied where the version is another, 404 where there is no entity.
    /// </exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("An update needs the ETag it expects, or ETag.All.", nameof(ifMatch));
        }

        return WriteAsync(entity, ifMatch, mode, cancellationToken);
    }

    /// <summary>Deletes an entity, if there is one.</summary>
    /// <param name="partitionKey">First half of its key.</param>
    /// <param name="rowKey">Second half of its key.</param>
    /// <param name="ifMatch">The version expected; the default is any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response: status 404 where there was none.</returns>
    /// <exception cref="RequestFailedException">The service refused; 412 where the version is another.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        HttpMessage message = rest.CreateMessage(
            RequestMethod.Delete, TableRestClient.EntityPath(Name, partitionKey, rowKey), 204, 404);
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return rest.SendAsync(message, cancellationToken);
    }

    /// <summary>Deletes an entity, if there is one.</summary>
    /// <param name="entity">The entity, of which only the keys count.</param>
    /// <param name="ifMatch">The version expected; the default is any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The response: status 404 where there was none.</returns>
    /// <exception cref="RequestFailedException">The service refused; 412 where the version is another.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Reads an entity.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <param name="partitionKey">First half of its key.</param>
    /// <param name="rowKey">Second half of its key.</param>
    /// <param name="select">The properties wanted; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="RequestFailedException">The service refused; 404 where there is none.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Response response = await rest.SendAsync(GetMessage(partitionKey, rowKey, select, 200), cancellationToken);
        return Response.FromValue(EntityReader<T>.ReadEntity(response.Content), response);
    }

    /// <summary>Reads an entity, if there is one.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <param name="partitionKey">First half of its key.</param>
    /// <param name="rowKey">Second half of its key.</param>
    /// <param name="select">The properties wanted; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The entity; without value where there is no such entity, or no such table.</returns>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Response response = await rest.SendAsync(GetMessage(partitionKey, rowKey, select, 200, 404), cancellationToken);
        return response.Status == 404
            ? new NoValueResponse<T>(response)
            : Response.FromValue(EntityReader<T>.ReadEntity(response.Content), response);
    }

    /// <summary>The entities that satisfy a filter, by partition key and then row key.</summary>
    /// <typeparam name="T">What to read them as.</typeparam>
    /// <param name="filter">An OData filter, best made with <see cref="CreateQueryFilter"/>; null for all.</param>
    /// <param name="maxPerPage">Entities in a page at most; null leaves it to the service, which sends up to 1,000.</param>
    /// <param name="select">The properties wanted; null for all.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <returns>The entities, page by page; a page may be empty and have others after it.</returns>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
        => new TablePageable<T>((next, size, ct) => FetchAsync<T>(filter, select, next, size, ct), maxPerPage, cancellationToken);

    internal static void CheckKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity));
    }

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue("x-ms-continuation-" + name, out string? value) ? value : null;

    private Task<Response> WriteAsync(ITableEntity entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        CheckKeys(entity);
        string path = TableRestClient.EntityPath(Name, entity.PartitionKey, entity.RowKey);
        HttpMessage message = rest.CreateMessage(MethodOf(mode), path, 204);
        TableRestClient.SetJson(message.Request, EntityWriter.Write(entity));
        if (ifMatch != default)
        {
            message.Request.Headers.Add("If-Match", ifMatch.ToString());
        }

        return rest.SendAsync(message, cancellationToken);
    }

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}", nameof(mode)),
    };

    private HttpMessage GetMessage(string partitionKey, string rowKey, IEnumerable<string>? select, params ReadOnlySpan<ushort> expected)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        HttpMessage message = rest.CreateMessage(
            RequestMethod.Get, TableRestClient.EntityPath(Name, partitionKey, rowKey), expected);
        QueryParameters.Append(message.Request.Uri, filter: null, top: null, select);
        return message;
    }

    private async Task<Page<T>> FetchAsync<T>(
        string? filter, IEnumerable<string>? select, string? next, int? size, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        HttpMessage message = rest.CreateMessage(RequestMethod.Get, $"{Name}()", 200);
        QueryParameters.Append(message.Request.Uri, filter, size, select);

        // A token is both of the service's continuation headers, which never hold a space. The row key may be missing.
        string[] keys = next?.Split(' ', 2) ?? [];
        QueryParameters.Append(message.Request.Uri, NextPartitionKey, keys.ElementAtOrDefault(0));
        QueryParameters.Append(message.Request.Uri, NextRowKey, keys.ElementAtOrDefault(1));
        Response response = await rest.SendAsync(message, cancellationToken);

        string? partitionKey = Header(response, NextPartitionKey);
        string? rowKey = Header(response, NextRowKey);
        string? token = partitionKey is null && rowKey is null ? null : $"{partitionKey} {rowKey}";
        return Page<T>.FromValues(EntityReader<T>.ReadPage(response.Content), token, response);
    }
}
