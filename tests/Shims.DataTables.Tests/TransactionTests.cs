using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class TransactionTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.UniqueName("transactions"));

    public Task InitializeAsync() => table.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SubmitTransactionAsync_HundredEntities_WritesThemAndAnswersEach()
    {
        Response<IReadOnlyList<Response>> answers = await table.SubmitTransactionAsync(Adds(0, 100));

        Assert.Equal(202, answers.GetRawResponse().Status);
        Assert.Equal(100, answers.Value.Count);
        Assert.All(answers.Value, a => Assert.Equal((204, false), (a.Status, a.IsError)));
        Assert.All(answers.Value, a => Assert.NotNull(a.Headers.ETag));
        Assert.Equal(100, await table.QueryAsync<TableEntity>().CountAsync());
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "0042");
        Assert.Equal(answers.Value[42].Headers.ETag, read.ETag);
    }

    [Fact]
    public async Task SubmitTransactionAsync_OverHundred_IsRefusedByTheService()
    {
        RequestFailedException error = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync(Adds(0, 101)));

        Assert.Equal(400, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.InvalidInput, error.ErrorCode);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(49)]
    public async Task SubmitTransactionAsync_OneEntityThere_NamesItsActionAndWritesNothing(int there)
    {
        await table.AddEntityAsync(new TableEntity("p", Key(there)) { ["Numero"] = -1 });

        TableTransactionFailedException error = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync(Adds(0, 50)));

        Assert.Equal(there, error.FailedTransactionActionIndex);
        Assert.Equal(409, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.EntityAlreadyExists, error.ErrorCode);
        TableEntity only = Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(-1, only.GetInt32("Numero"));
    }

    [Fact]
    public async Task SubmitTransactionAsync_EveryActionType_DoesEach()
    {
        await table.SubmitTransactionAsync(Adds(0, 4));
        ETag etag = (await table.GetEntityAsync<TableEntity>("p", Key(1))).Value.ETag;

        Response<IReadOnlyList<Response>> answers = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Delete, new TableEntity("p", Key(0))),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", Key(1)) { ["Altro"] = "m" }, etag),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", Key(2)) { ["Altro"] = "r" }, ETag.All),
            new(TableTransactionActionType.UpsertReplace, new TableEntity("p", Key(3)) { ["Altro"] = "ur" }),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", Key(4)) { ["Altro"] = "um" }),
            new(TableTransactionActionType.Add, new TableEntity("p", Key(5)) { ["Altro"] = "a" }),
        ]);

        Assert.Equal(6, answers.Value.Count);
        List<TableEntity> entities = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(
            [(Key(1), 1, "m"), (Key(2), null, "r"), (Key(3), null, "ur"), (Key(4), null, "um"), (Key(5), null, "a")],
            entities.Select(e => (e.RowKey, e.GetInt32("Numero"), e.GetString("Altro")!)));
    }

    [Fact]
    public async Task SubmitTransactionAsync_StaleETag_Fails412AtItsAction()
    {
        await table.SubmitTransactionAsync(Adds(0, 2));
        ETag stale = (await table.GetEntityAsync<TableEntity>("p", Key(1))).Value.ETag;
        await table.UpsertEntityAsync(new TableEntity("p", Key(1)) { ["Numero"] = 11 });

        TableTransactionFailedException error = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", Key(0)) { ["Numero"] = 10 }, ETag.All),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("p", Key(1)) { ["Numero"] = 12 }, stale),
        ]));

        Assert.Equal((412, 1), (error.Status, error.FailedTransactionActionIndex));
        Assert.Equal(0, (await table.GetEntityAsync<TableEntity>("p", Key(0))).Value.GetInt32("Numero"));
        Assert.Equal(11, (await table.GetEntityAsync<TableEntity>("p", Key(1))).Value.GetInt32("Numero"));
    }

    [Fact]
    public async Task SubmitTransactionAsync_DeleteOfNone_Fails404()
    {
        TableTransactionFailedException error = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "absent"))]));

        Assert.Equal((404, 0), (error.Status, error.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task SubmitTransactionAsync_NoAction_Throws()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.SubmitTransactionAsync(null!));
    }

    [Fact]
    public async Task SubmitTransactionAsync_ValuesThatLookLikeMultipart_AreKept()
    {
        const string value = "boundary=x\r\n--batch_0\r\nHTTP/1.1 500 No\r\n\r\n{\"è\": '€'} POST http://x";
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "r") { ["Testo"] = value, ["Data"] = DateTimeOffset.UnixEpoch })]);

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(value, read.GetString("Testo"));
        Assert.Equal(DateTimeOffset.UnixEpoch, read.GetDateTimeOffset("Data"));
    }

    private static string Key(int i) => i.ToString("D4", CultureInfo.InvariantCulture);

    private static IEnumerable<TableTransactionAction> Adds(int first, int count) => Enumerable.Range(first, count)
        .Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", Key(i)) { ["Numero"] = i }));
}
