using Azure;
using Azure.Data.Tables;
using PianoZona.Contracts.Decisions;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests;

/// <summary>An account without the table of decisions: nothing may take it for one that is empty.</summary>
public sealed class MissingDecisionLogTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Kind = DecisionKinds.Justification;

    [Fact]
    public async Task Log_NoTable_SaysSoToEveryQuestion()
    {
        TableDecisionLog log = new(new TableServiceClient(azurite.ConnectionString));
        Decision decision = new(Kind, "a", "uno", "ente-udp", DateTimeOffset.UnixEpoch);

        await AssertSaysSoAsync(() => log.AppendAsync("a", decision, default));
        await AssertSaysSoAsync(() => log.ListAsync("a", Kind, "a", default));
        await AssertSaysSoAsync(() => log.ListAsync("a", Kind, default).ToListAsync().AsTask());
    }

    private static async Task AssertSaysSoAsync(Func<Task> question) =>
        Assert.Equal("TableNotFound", (await Assert.ThrowsAsync<RequestFailedException>(question)).ErrorCode);
}
