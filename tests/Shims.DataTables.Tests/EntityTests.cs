using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class EntityTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.UniqueName("entities"));

    public Task InitializeAsync() => table.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AddEntityAsync_EntityThere_Throws409EntityAlreadyExists()
    {
        Response added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Nome"] = "Bra" });

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Nome"] = "Alba" }));

        Assert.Equal(409, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.EntityAlreadyExists, error.ErrorCode);
        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal("Bra", read.GetString("Nome"));
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task UpsertEntityAsync_EntityThere_KeepsOtherPropertiesOnMergeOnly(TableUpdateMode mode, int? kept)
    {
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 }, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, mode);

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(kept, read.GetInt32("A"));
        Assert.Equal(2, read.GetInt32("B"));
    }

    [Fact]
    public async Task UpsertEntityAsync_NoMode_Merges()
    {
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = null, ["B"] = 2 });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((1, 2), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Fact]
    public async Task UpdateEntityAsync_StaleETag_Throws412UpdateConditionNotSatisfied()
    {
        TableEntity entity = new("p", "r") { ["A"] = 1 };
        ETag first = (await table.AddEntityAsync(entity)).Headers.ETag!.Value;
        entity["A"] = 2;
        ETag second = (await table.UpdateEntityAsync(entity, first)).Headers.ETag!.Value;

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(entity, first, TableUpdateMode.Replace));

        Assert.NotEqual(first, second);
        Assert.Equal(412, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied, error.ErrorCode);
        Assert.Equal(204, (await table.UpdateEntityAsync(entity, ETag.All)).Status);
    }

    [Fact]
    public async Task UpdateEntityAsync_NoEntityOrNoETag_Throws()
    {
        TableEntity entity = new("p", "absent");

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(entity, ETag.All));

        Assert.Equal(404, error.Status);
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(entity, default));
    }

    [Fact]
    public async Task GetEntityAsync_NoEntity_Throws404ResourceNotFound()
    {
        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "absent"));

        Assert.Equal(404, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.ResourceNotFound, error.ErrorCode);
    }

    [Fact]
    public async Task GetEntityIfExistsAsync_EntityOrNone_HasValueOrNot()
    {
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        NullableResponse<TableEntity> there = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        NullableResponse<TableEntity> absent = await table.GetEntityIfExistsAsync<TableEntity>("p", "absent");

        Assert.True(there.HasValue);
        Assert.Equal(1, there.Value!.GetInt32("A"));
        Assert.False(absent.HasValue);
        Assert.Equal(404, absent.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => absent.Value);
    }

    [Fact]
    public async Task GetEntityAsync_Select_ReturnsOnlyThoseProperties()
    {
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2, ["C"] = 3 });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r", ["A", "C"]);

        Assert.Equal((1, null, 3), (read.GetInt32("A"), read.GetInt32("B"), read.GetInt32("C")));
    }

    [Fact]
    public async Task DeleteEntityAsync_ConditionAndAbsence_Throws412AndAnswers404()
    {
        ETag stale = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", stale));

        Assert.Equal(412, error.Status);
        Assert.Equal(204, (await table.DeleteEntityAsync(new TableEntity("p", "r"))).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Theory]
    [InlineData("con spazio", "due  spazi")]
    [InlineData("l'Aquila", "''")]
    [InlineData("a|b|c", "1|2")]
    [InlineData("Forlì-Cesena", "è à ù ò ì é €")]
    [InlineData("100%", "%27%2F")]
    [InlineData("a+b", "+")]
    [InlineData("p&q=r", "(x),[y]{z};:@!$*~`^\"<>")]
    [InlineData("..", "😀")]
    public async Task Keys_SpecialCharacters_AreThoseReadBack(string partitionKey, string rowKey)
    {
        await table.AddEntityAsync(new TableEntity(partitionKey, rowKey) { ["A"] = 1 });
        await table.UpsertEntityAsync(new TableEntity(partitionKey, rowKey) { ["B"] = 2 });
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertMerge, new TableEntity(partitionKey, rowKey) { ["C"] = 3 })]);

        TableEntity read = await table.GetEntityAsync<TableEntity>(partitionKey, rowKey);
        TableEntity found = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey} and RowKey eq {rowKey}")).SingleAsync();

        Assert.Equal((partitionKey, rowKey), (read.PartitionKey, read.RowKey));
        Assert.Equal((1, 2, 3), (read.GetInt32("A"), read.GetInt32("B"), read.GetInt32("C")));
        Assert.Equal((partitionKey, rowKey), (found.PartitionKey, found.RowKey));
        Assert.Equal(204, (await table.DeleteEntityAsync(partitionKey, rowKey)).Status);
    }

    [Fact]
    public async Task WriteMethods_NullKeys_Throw()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new TableEntity()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.UpsertEntityAsync(new TableEntity("p", null!)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityAsync<TableEntity>(null!, "r"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync("p", null!));
    }
}
