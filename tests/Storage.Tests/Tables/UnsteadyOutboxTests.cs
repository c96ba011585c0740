using System.Globalization;
using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>The outbox when the service refuses, loses answers or is given up, and over many pages.</summary>
public sealed class UnsteadyOutboxTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task AddAndUpdateAsync_ServiceRefusesTwice_AreDoneOnce(HttpStatusCode status)
    {
        string ambito = await NewAmbitoAsync();
        using UnsteadyService toAdd = new(2, status);
        using UnsteadyService toUpdate = new(2, status);

        OutboxMessage planned = (await Through(toAdd).AddAsync(Letter(ambito), 0, default))!;
        OutboxMessage sent = (await Through(toUpdate).UpdateAsync(planned with { State = MailState.Sent }, default))!;

        Assert.Equal((3, 3), (toAdd.Requests, toUpdate.Requests));
        Assert.Equal(sent.Version, Assert.Single(await ListAsync(ambito)).Version);
    }

    [Fact]
    public async Task AddAsync_AnswerLost_LeavesOneMessageThatIsTakenUp()
    {
        string ambito = await NewAmbitoAsync();
        using UnsteadyService service = new() { LosesAnswers = 1 };

        Assert.Null(await Through(service).AddAsync(Letter(ambito), 0, default));

        OutboxMessage found = (await Steady().FindAsync(Letter(ambito), default))!;
        Assert.Equal((MailState.Planned, false), (found.State, found.IsFinal));
        Assert.NotNull(await Steady().UpdateAsync(found with { State = MailState.Sent }, default));
        Assert.Single(await ListAsync(ambito));
    }

    [Fact]
    public async Task UpdateAsync_AnswerLost_CountsAsOvertakenAndIsStored()
    {
        string ambito = await NewAmbitoAsync();
        OutboxMessage planned = (await Steady().AddAsync(Letter(ambito), 0, default))!;
        using UnsteadyService service = new() { LosesAnswers = 1 };

        Assert.Null(
            await Through(service).UpdateAsync(planned with { State = MailState.Drafted, DraftId = "bozza" }, default));

        OutboxMessage stored = Assert.Single(await ListAsync(ambito));
        Assert.Equal((MailState.Drafted, "bozza"), (stored.State, stored.DraftId));
    }

    [Fact]
    public async Task AddAsync_ServiceRefusesForEver_ThrowsAndAddsNothing()
    {
        string ambito = await NewAmbitoAsync();
        using UnsteadyService service = new(int.MaxValue);

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(() =>
            Through(service).AddAsync(Letter(ambito), 0, default));

        Assert.Equal(503, failure.Status);
        Assert.Empty(await ListAsync(ambito));
    }

    [Fact]
    public async Task AddAsync_CancelledToken_AddsNothing()
    {
        string ambito = await NewAmbitoAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Steady().AddAsync(Letter(ambito), 0, new CancellationToken(canceled: true)));

        Assert.Empty(await ListAsync(ambito));
    }

    [Fact]
    public async Task ListAsync_OverThousandMessages_GivesEachOnce()
    {
        string ambito = await NewAmbitoAsync();
        await Parallel.ForAsync(0, 1_005, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, token) =>
            Assert.NotNull(await Steady().AddAsync(Letter(ambito) with { Recipient = RecipientOf(index) }, 0, token)));

        Assert.Equal(
            Enumerable.Range(0, 1_005).Select(RecipientOf),
            (await ListAsync(ambito)).Select(message => message.Letter.Recipient).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("d'angelo+piano@comune.example")]
    [InlineData("a/b#c?d%27@comune.example")]
    [InlineData("\"due  spazi\\\"@comune.example")]
    [InlineData("nicolò@comune.example")]
    public async Task AddAsync_RecipientWithCharactersThatKeysMayNotHold_IsFound(string recipient)
    {
        Letter letter = Letter(await NewAmbitoAsync()) with { Recipient = recipient };
        Assert.NotNull(await Steady().AddAsync(letter, 0, default));

        Assert.Equal(recipient, (await Steady().FindAsync(letter, default))!.Letter.Recipient);
    }

    private static UndeliveredLetter Letter(string ambito) =>
        new(ambito, "Ambito", Sample.Day("2026-06-15"), "sociale@viadana.example", "Viadana", [], [], 0, 0);

    private static string RecipientOf(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"ente-{index:D5}@viadana.example");

    private async Task<string> NewAmbitoAsync()
    {
        await new TableServiceClient(azurite.ConnectionString).CreateTableIfNotExistsAsync(StorageNames.OutboxTable);
        return AzuriteFixture.UniqueName("ambito-");
    }

    private TableOutbox Steady() => new(new TableServiceClient(azurite.ConnectionString));

    private TableOutbox Through(UnsteadyService service)
    {
        TableClientOptions options = new() { Transport = new HttpClientTransport(service) };
        (options.Retry.Delay, options.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        return new TableOutbox(new TableServiceClient(azurite.ConnectionString, options));
    }

    private async Task<List<OutboxMessage>> ListAsync(string ambito) =>
        await Steady().ListAsync(ambito, default).ToListAsync();
}
