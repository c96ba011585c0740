using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace PianoZona.Shims.DataTables.Tests.StandInOnly;

/// <summary>What goes over the wire, and answers that no service should give.</summary>
public sealed class WireTests
{
    private const string Key = "AccountName=conto;AccountKey=a2V5";

    [Fact]
    public async Task SharedKey_KnownRequest_IsSignedAsDocumented()
    {
        using FakeService service = new FakeService().Answer(204);

        await new TableClient(Key, "T", service.Options()).UpsertEntityAsync(new TableEntity("l'a", "è b"));

        HttpRequestMessage request = Assert.Single(service.Requests);
        string date = request.Headers.GetValues("x-ms-date").Single();
        string toSign = $"{date}\n/conto/T(PartitionKey='l%27%27a',RowKey='%C3%A8%20b')";
        string expected = Convert.ToBase64String(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(toSign)));
        Assert.Equal($"SharedKeyLite conto:{expected}", request.Headers.GetValues("Authorization").Single());
        Assert.Equal("2020-12-06", request.Headers.GetValues("x-ms-version").Single());
    }

    [Fact]
    public async Task Sas_RetriedQuery_CarriesTheSignatureOnce()
    {
        using FakeService service = new FakeService().Answer(503).Answer(200, """{"value":[]}""");
        const string connection = "TableEndpoint=https://conto.table.core.windows.net/;SharedAccessSignature=?sv=2020&sig=a%2Bb%3D";

        await new TableClient(connection, "T", service.Options()).QueryAsync<TableEntity>("A eq 1").ToListAsync();

        Assert.All(service.Requests, r => Assert.Equal("?$filter=A%20eq%201&sv=2020&sig=a%2Bb%3D", r.RequestUri!.Query));
    }

    [Fact]
    public async Task QueryAsync_EmptyPageWithContinuation_GoesOn()
    {
        using FakeService service = new FakeService()
            .Answer(200, """{"value":[]}""", "application/json", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"))
            .Answer(200, """{"value":[{"RowKey":"a"}]}""", "application/json",
                ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!YQ--"))
            .Answer(200, """{"value":[{"RowKey":"b"}]}""");

        List<TableEntity> entities = await new TableClient(Key, "T", service.Options()).QueryAsync<TableEntity>(maxPerPage: 5).ToListAsync();

        Assert.Equal(["a", "b"], entities.Select(e => e.RowKey), StringComparer.Ordinal);
        Assert.Equal(
            ["?$top=5", "?$top=5&NextPartitionKey=1%214%21cA--", "?$top=5&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21YQ--"],
            service.Requests.Select(r => r.RequestUri!.Query),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task SubmitTransactionAsync_AnswerWithoutEveryAction_Throws()
    {
        using FakeService service = new FakeService().Answer(202, "--b\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n--b--", "multipart/mixed; boundary=b");

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableClient(Key, "T", service.Options()).SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "1")),
                new(TableTransactionActionType.Add, new TableEntity("p", "2")),
            ]));

        Assert.Contains("1 of the transaction's 2 actions", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Bad gateway", "text/html", null)]
    [InlineData("", "application/json", null)]
    [InlineData("[]", "application/json", null)]
    [InlineData("<", "application/xml", "FromHeader")]
    public async Task Send_AnswerThatIsNotTheServices_ThrowsWithItsStatus(string body, string contentType, string? code)
    {
        (string, string)[] headers = code is null ? [] : [("x-ms-error-code", code)];
        using FakeService service = new FakeService().Answer(400, body, contentType, headers);

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableClient(Key, "T", service.Options()).AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((400, code), (error.Status, error.ErrorCode));
    }

    [Fact]
    public async Task GetEntityAsync_NumbersAndAnnotationsInAnyForm_AreRead()
    {
        using FakeService service = new FakeService().Answer(200, """
            {"odata.metadata":"https://x","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp":"2026-11-21T10:00:00.1234567Z",
             "Whole":5.0,"Exponent":1E+2,"Big":3000000000,"Late":"12","Late@odata.type":"Edm.Int64",
             "Plain@odata.type":"Edm.Double","Plain":7,"Inf@odata.type":"Edm.Double","Inf":"INF","Text@odata.type":"Edm.String","Text":"x"}
            """);

        TableEntity read = await new TableClient(Key, "T", service.Options()).GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((5d, 100d, 7d), (read.GetDouble("Whole"), read.GetDouble("Exponent"), read.GetDouble("Plain")));
        Assert.Equal((3_000_000_000L, 12L), (read.GetInt64("Big"), read.GetInt64("Late")));
        Assert.Equal((double.PositiveInfinity, "x"), (read.GetDouble("Inf"), read.GetString("Text")));
        Assert.Equal((new ETag("W/\"1\""), 2026), (read.ETag, read.Timestamp!.Value.Year));
        Assert.False(read.ContainsKey("odata.metadata"));
    }

    [Theory]
    [InlineData("""{"X":[1]}""")]
    [InlineData("""{"X@odata.type":"Edm.Stream","X":"a"}""")]
    public async Task GetEntityAsync_TypeThatTablesDoNotHave_Throws(string body)
    {
        using FakeService service = new FakeService().Answer(200, body);

        await Assert.ThrowsAsync<NotSupportedException>(
            () => new TableClient(Key, "T", service.Options()).GetEntityAsync<TableEntity>("p", "r"));
    }
}
