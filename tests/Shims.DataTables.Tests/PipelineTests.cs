using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class PipelineTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Key = "AccountName=conto;AccountKey=a2V5";

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Send_TransientStatus_RetriesAndSignsAgain(int status)
    {
        using FakeService service = new FakeService().Answer(status).Answer(status).Answer(204);
        TableClientOptions options = service.Options();
        Counter counter = new();
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);

        Response response = await new TableClient(Key, "T", options).UpsertEntityAsync(new TableEntity("p", "r"));

        Assert.Equal(204, response.Status);
        Assert.Equal(3, counter.Count);
        Assert.All(service.Requests, r => Assert.StartsWith("SharedKeyLite conto:", r.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_StillFailing_ThrowsAfterMaxRetries()
    {
        using FakeService service = new FakeService().Answer(503).Answer(
            503, """{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"The server is busy."}}}""");
        TableClientOptions options = service.Options();
        options.Retry.MaxRetries = 1;

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableClient(Key, "T", options).GetEntityAsync<TableEntity>("p", "r"));

        Assert.Equal((503, "ServerBusy"), (error.Status, error.ErrorCode));
        Assert.Contains("The server is busy.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_OurOwnFault_IsNotRetried()
    {
        using FakeService service = new FakeService().Answer(
            403,
            """<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="urn:x"><m:code>AuthenticationFailed</m:code><m:message>No.</m:message></m:error>""",
            "application/xml");

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableClient(Key, "T", service.Options()).GetEntityIfExistsAsync<TableEntity>("p", "r"));

        Assert.Equal((403, "AuthenticationFailed", 1), (error.Status, error.ErrorCode, service.Requests.Count));
    }

    [Fact]
    public async Task TokenCredential_Request_CarriesTheTokenForStorage()
    {
        using FakeService service = new FakeService().Answer(204).Answer(409).Answer(404);
        FixedToken credential = new();
        Uri endpoint = new("https://conto.table.core.windows.net");

        await new TableServiceClient(endpoint, credential, service.Options()).CreateTableIfNotExistsAsync("T");
        await new TableServiceClient(endpoint, credential, service.Options()).CreateTableIfNotExistsAsync("T");
        await new TableClient(endpoint, "T", credential, service.Options()).DeleteAsync();

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes.Distinct(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(service.Requests, r => Assert.Equal("Bearer gettone", r.Headers.GetValues("Authorization").Single()));
        Assert.Equal(new Uri("https://conto.table.core.windows.net/Tables"), service.Requests[0].RequestUri);
        Assert.Equal("conto", new TableServiceClient(endpoint, credential).AccountName);
    }

    [Fact]
    public async Task CreateIfNotExistsAsync_TableBeingDeleted_Throws()
    {
        using FakeService service = new FakeService().Answer(
            409, """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"Wait."}}}""");

        RequestFailedException error = await Assert.ThrowsAsync<RequestFailedException>(
            () => new TableClient(Key, "T", service.Options()).CreateIfNotExistsAsync());

        Assert.Equal("TableBeingDeleted", error.ErrorCode);
    }

    [Fact]
    public async Task Methods_CancelledToken_ThrowBeforeAnythingIsWritten()
    {
        TableClient table = new(azurite.ConnectionString, AzuriteFixture.UniqueName("cancel"));
        await table.CreateAsync();
        CancellationToken cancelled = new(canceled: true);
        TableEntity entity = new("p", "r");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(entity, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.UpsertEntityAsync(entity, cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, entity)], cancelled));

        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public void TableClientOptions_UnknownVersion_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableClientOptions((TableClientOptions.ServiceVersion)9));

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }

    private sealed class FixedToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("gettone", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
