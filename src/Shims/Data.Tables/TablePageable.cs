namespace Azure.Data.Tables;

/// <summary>Fetches a page: the one after a continuation token, of at most so many items.</summary>
internal delegate Task<Page<T>> FetchPage<T>(string? continuationToken, int? pageSize, CancellationToken cancellationToken);

/// <summary>Pages, each fetched when asked for.</summary>
internal sealed class TablePageable<T>(FetchPage<T> fetch, int? maxPerPage, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            Page<T> page = await fetch(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
