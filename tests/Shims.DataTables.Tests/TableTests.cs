using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class TableTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private readonly TableServiceClient service = new(azurite.ConnectionString);

    [Fact]
    public async Task CreateAsync_TableThere_Throws409TableAlreadyExists()
    {
        TableClient table = service.GetTableClient(AzuriteFixture.UniqueName("create"));
        Response<TableItem> created = await table.CreateAsync();

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Equal(table.Name, created.Value.Name);
        Assert.Equal(409, error.Status);
        Assert.True(error.ErrorCode == TableErrorCode.TableAlreadyExists, error.ErrorCode);
    }

    [Fact]
    public async Task CreateIfNotExistsAsync_TableThere_Answers409WithoutThrowing()
    {
        TableClient table = service.GetTableClient(AzuriteFixture.UniqueName("createif"));

        Response<TableItem> first = await table.CreateIfNotExistsAsync();
        Response<TableItem> second = await table.CreateIfNotExistsAsync();

        Assert.Equal(204, first.GetRawResponse().Status);
        Assert.Equal(409, second.GetRawResponse().Status);
        Assert.Equal(table.Name, second.Value.Name);
    }

    [Fact]
    public async Task DeleteAsync_TableGone_Answers404WithoutThrowing()
    {
        TableClient table = service.GetTableClient(AzuriteFixture.UniqueName("delete"));
        await table.CreateAsync();

        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);
    }

    [Fact]
    public async Task ServiceTableMethods_CreateAndDelete_DoAsTheTableClient()
    {
        string name = AzuriteFixture.UniqueName("service");

        Assert.Equal(name, (await service.CreateTableAsync(name)).Value.Name);
        Assert.Equal(409, (await service.CreateTableIfNotExistsAsync(name)).GetRawResponse().Status);
        Assert.Equal(204, (await service.DeleteTableAsync(name)).Status);
        Assert.Equal(404, (await service.DeleteTableAsync(name)).Status);
    }

    [Fact]
    public async Task QueryAsync_TablesOverSeveralPages_ReturnsThoseOfTheFilter()
    {
        string prefix = AzuriteFixture.UniqueName("zquery");
        string[] names = [.. Enumerable.Range(0, 5).Select(i => $"{prefix}x{i}")];
        foreach (string name in names)
        {
            await service.CreateTableAsync(name);
        }

        string from = $"{prefix}x1";
        string to = $"{prefix}x9";
        List<Page<TableItem>> pages = await service
            .QueryAsync(TableServiceClient.CreateQueryFilter($"TableName ge {from} and TableName le {to}"), maxPerPage: 2)
            .AsPages().ToListAsync();
        List<TableItem> same = await service.QueryAsync((FormattableString)$"TableName ge {from} and TableName le {to}").ToListAsync();

        Assert.Equal([2, 2], pages.Select(p => p.Values.Count));
        Assert.Equal(names[1..], pages.SelectMany(p => p.Values).Select(t => t.Name));
        Assert.Equal(names[1..], same.Select(t => t.Name));
    }

    [Fact]
    public void NameUriAndAccount_EmulatorAndAzure_AreThoseOfTheAddress()
    {
        TableClient emulated = new(azurite.ConnectionString, "Riparti");
        TableClient azure = new("AccountName=conto;AccountKey=a2V5;EndpointSuffix=core.windows.net", "Riparti", new TableClientOptions());

        Assert.Equal("Riparti", emulated.Name);
        Assert.Equal("devstoreaccount1", emulated.AccountName);
        Assert.EndsWith("/devstoreaccount1/Riparti", emulated.Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("conto", azure.AccountName);
        Assert.Equal(new Uri("https://conto.table.core.windows.net/Riparti"), azure.Uri);
        Assert.Equal(service.Uri, new Uri(emulated.Uri.AbsoluteUri[..^"/Riparti".Length]));
    }

    [Fact]
    public async Task SharedKeyConstructors_AccountOfTheEmulator_AreAccepted()
    {
        ConnectionString parsed = ConnectionString.Parse(azurite.ConnectionString);
        TableSharedKeyCredential credential = parsed.SharedKey!;
        string name = AzuriteFixture.UniqueName("key");

        await new TableServiceClient(parsed.Endpoint, credential).CreateTableAsync(name);
        await new TableServiceClient(parsed.Endpoint, credential, new TableClientOptions()).CreateTableIfNotExistsAsync(name);
        await new TableClient(parsed.Endpoint, name, credential).AddEntityAsync(new TableEntity("p", "r"));
        await new TableClient(parsed.Endpoint, name, credential, new TableClientOptions()).GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal("devstoreaccount1", credential.AccountName);
    }

    [Fact]
    public async Task SetAccountKey_WrongKey_ServiceRefusesFromThenOn()
    {
        ConnectionString parsed = ConnectionString.Parse(azurite.ConnectionString);
        TableServiceClient client = new(parsed.Endpoint, parsed.SharedKey!);
        await client.CreateTableAsync(AzuriteFixture.UniqueName("rotate"));

        parsed.SharedKey!.SetAccountKey("d3Jvbmc=");

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => client.CreateTableAsync(AzuriteFixture.UniqueName("rotate")));
        Assert.Equal(403, error.Status);
    }
}
