using System.Globalization;
using Azure;
using Azure.Data.Tables;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

/// <summary>Queries over 1,250 entities: two pages of the service and a bit.</summary>
public sealed class QueryTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private const int Count = 1250;

    private readonly TableClient table = new(azurite.ConnectionString, "Query");

    public async Task InitializeAsync()
    {
        if ((await table.CreateIfNotExistsAsync()).GetRawResponse().Status == 409)
        {
            return;
        }

        foreach (int[] chunk in Enumerable.Range(0, Count).Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(i => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("zona", Key(i)) { ["Numero"] = i, ["Nome"] = $"n{i}" })));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task QueryAsync_OverThousandEntities_ReturnsAllInOrder()
    {
        List<TableEntity> entities = await table.QueryAsync<TableEntity>().ToListAsync();

        Assert.Equal(Enumerable.Range(0, Count), entities.Select(e => e.GetInt32("Numero")!.Value));
        Assert.All(entities, e => Assert.NotEqual(default, e.ETag));
    }

    [Fact]
    public async Task AsPages_Default_HasThousandInTheFirstPage()
    {
        List<Page<TableEntity>> pages = await table.QueryAsync<TableEntity>().AsPages().ToListAsync();

        Assert.Equal([1000, 250], pages.Select(p => p.Values.Count));
        Assert.NotNull(pages[0].ContinuationToken);
        Assert.Null(pages[1].ContinuationToken);
    }

    [Fact]
    public async Task AsPages_FromContinuationToken_GoesOnFromThere()
    {
        Page<TableEntity> first = await table.QueryAsync<TableEntity>(maxPerPage: 400).AsPages().FirstAsync();

        List<Page<TableEntity>> rest = await table.QueryAsync<TableEntity>().AsPages(first.ContinuationToken, pageSizeHint: 500).ToListAsync();

        Assert.Equal([500, 350], rest.Select(p => p.Values.Count));
        Assert.Equal(400, rest[0].Values[0].GetInt32("Numero"));
    }

    [Fact]
    public async Task QueryAsync_FilterAndSelect_ReturnsThosePropertiesOfThoseEntities()
    {
        int from = 1200;
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {"zona"} and Numero ge {from} and Nome ne {"n1201"}");

        List<TableEntity> entities = await table.QueryAsync<TableEntity>(filter, select: ["RowKey", "Numero"]).ToListAsync();

        Assert.Equal(49, entities.Count);
        Assert.Equal((Key(1200), 1200), (entities[0].RowKey, entities[0].GetInt32("Numero")));
        Assert.All(entities, e => Assert.False(e.ContainsKey("Nome")));
    }

    [Fact]
    public async Task QueryAsync_NothingFound_IsEmpty() =>
        Assert.Empty(await table.QueryAsync<TableEntity>("PartitionKey eq 'altra'").ToListAsync());

    [Fact]
    public async Task QueryAsync_FilterNotUnderstood_Throws400() =>
        Assert.Equal(400, (await Assert.ThrowsAsync<RequestFailedException>(
            async () => await table.QueryAsync<TableEntity>("PartitionKey equals").ToListAsync())).Status);

    [Fact]
    public async Task QueryAsync_NoTable_Throws404TableNotFound()
    {
        TableClient absent = new(azurite.ConnectionString, "Absent");

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            async () => await absent.QueryAsync<TableEntity>().ToListAsync());

        Assert.Equal((404, "TableNotFound"), (error.Status, error.ErrorCode));
    }

    [Fact]
    public async Task QueryAsync_CancelledBetweenPages_Throws()
    {
        using CancellationTokenSource source = new();
        int pages = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Page<TableEntity> page in table.QueryAsync<TableEntity>(cancellationToken: source.Token).AsPages())
            {
                pages++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, pages);
    }

    private static string Key(int i) => i.ToString("D6", CultureInfo.InvariantCulture);
}
