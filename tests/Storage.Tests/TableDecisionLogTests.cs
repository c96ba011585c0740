using System.Globalization;
using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Decisions;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests;

/// <summary>
/// The table of decisions: odd subjects, many rows, two who decide at once, and a service that fails.
/// </summary>
public sealed class TableDecisionLogTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Kind = DecisionKinds.Justification;

    [Theory]
    [InlineData("l'Aquila")]
    [InlineData("RIC-01|019021|2021")]
    [InlineData("due  spazi")]
    [InlineData("100%27+%2F")]
    [InlineData("è à ù €")]
    [InlineData("(x),[y]{z};:@!$*~`^\"<>&=")]
    [InlineData("😀")]
    public async Task AppendAsync_SubjectWithSpecialCharacters_ComesBackAlone(string subject)
    {
        string ambito = await NewAmbitoAsync();
        await Steady().AppendAsync(ambito, Of(subject, "uno"), default);
        await Steady().AppendAsync(ambito, Of(subject, "due"), default);
        await Steady().AppendAsync(ambito, Of(subject + "x", "altro"), default);

        IReadOnlyList<Decision> found = await Steady().ListAsync(ambito, Kind, subject, default);

        Assert.Equal([Of(subject, "uno"), Of(subject, "due")], found);
        Assert.Equal(3, await Steady().ListAsync(ambito, Kind, default).CountAsync());
    }

    [Fact]
    public async Task AppendAsync_SeveralAtOnce_AreAllKeptInOneOrder()
    {
        string ambito = await NewAmbitoAsync();
        string[] contents = [.. Enumerable.Range(0, 8).Select(number => number.ToString(CultureInfo.InvariantCulture))];

        await Task.WhenAll(contents.Select(content => Steady().AppendAsync(ambito, Of("a", content), default)));

        IReadOnlyList<Decision> found = await Steady().ListAsync(ambito, Kind, "a", default);
        Assert.Equal(contents, found.Select(decision => decision.Content).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task AppendAsync_ServiceRefusesTwice_IsKeptOnce(HttpStatusCode status)
    {
        string ambito = await NewAmbitoAsync();
        using UnsteadyService service = new(2, status);

        await Through(service).AppendAsync(ambito, Of("a", "uno"), default);

        Assert.Equal(4, service.Requests);
        Assert.Equal([Of("a", "uno")], await Steady().ListAsync(ambito, Kind, "a", default));
    }

    [Fact]
    public async Task AppendAsync_AnswerLost_IsKeptOnceAndTold()
    {
        string ambito = await NewAmbitoAsync();
        using UnsteadyService service = new() { LosesAnswers = 1 };

        Assert.Equal(Of("a", "uno"), await Through(service).AppendAsync(ambito, Of("a", "uno"), default));

        Assert.Equal([Of("a", "uno")], await Steady().ListAsync(ambito, Kind, "a", default));
    }

    [Fact]
    public async Task AppendAsync_CancelledToken_KeepsNothing()
    {
        string ambito = await NewAmbitoAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Steady().AppendAsync(ambito, Of("a", "uno"), new CancellationToken(canceled: true)));

        Assert.Empty(await Steady().ListAsync(ambito, Kind, "a", default));
    }

    [Fact]
    public async Task ListAsync_OverThousandDecisions_GivesEachOnceBySubject()
    {
        string ambito = await NewAmbitoAsync();
        await Parallel.ForAsync(0, 1_005, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (index, token) =>
            await Steady().AppendAsync(ambito, Of(SubjectOf(index), "uno"), token));

        Assert.Equal(
            Enumerable.Range(0, 1_005).Select(SubjectOf),
            await Steady().ListAsync(ambito, Kind, default).Select(decision => decision.Subject).ToListAsync());
    }

    private static Decision Of(string subject, string content) =>
        new(Kind, subject, content, "ente-udp", new DateTimeOffset(2026, 6, 15, 8, 0, 0, TimeSpan.Zero));

    private static string SubjectOf(int index) => index.ToString("D6", CultureInfo.InvariantCulture);

    private async Task<string> NewAmbitoAsync()
    {
        await new TableServiceClient(azurite.ConnectionString).CreateTableIfNotExistsAsync(StorageNames.DecisionTable);
        return AzuriteFixture.UniqueName("ambito-");
    }

    private TableDecisionLog Steady() => new(new TableServiceClient(azurite.ConnectionString));

    private TableDecisionLog Through(UnsteadyService service)
    {
        TableClientOptions options = new() { Transport = new HttpClientTransport(service) };
        (options.Retry.Delay, options.Retry.MaxDelay) = (TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        return new TableDecisionLog(new TableServiceClient(azurite.ConnectionString, options));
    }
}
