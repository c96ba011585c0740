using System.Net;
using Azure;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Storage.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>The ledger's tables when the service refuses, loses answers or is given up.</summary>
[Collection(AzuriteLedger.Collection)]
public sealed class UnsteadyStorageTests(AzuriteLedger azurite)
{
    private static readonly FundKey Fund = new("FNPS", 2021);

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task RecordAndSaveAsync_ServiceRefusesTwice_AreDoneOnce(HttpStatusCode status)
    {
        Posting posting = Sample();
        using UnsteadyService toLedger = new(2, status);
        using UnsteadyService toStore = new(2, status);

        Reply<RecordedPosting> reply = await Ledger(toLedger).RecordAsync(posting, CancellationToken.None);
        bool saved = await new TableReconciliationStore(azurite.Unsteady(toStore)).SaveAsync(
            State(posting.Slot.Ambito), CancellationToken.None);

        Assert.True(Posted.Now(reply).CameIntoForce);
        Assert.True(saved);
        Assert.Equal((4, 3), (toLedger.Requests, toStore.Requests));
        await Seen.AssertInForceAsync(azurite.Ledger(), posting.Slot.Ambito, [posting]);
    }

    [Fact]
    public async Task RecordAsync_AnswerLost_IsRecordedOnceAndTellsTheSameFunds()
    {
        Posting posting = Sample();
        using UnsteadyService service = new() { LosesAnswers = 1 };

        Reply<RecordedPosting> reply = await Ledger(service).RecordAsync(posting, CancellationToken.None);

        Assert.Equal([Fund], Posted.Before(reply).TouchedKeys);
        await Seen.AssertInForceAsync(azurite.Ledger(), posting.Slot.Ambito, [posting]);
    }

    [Fact]
    public async Task SaveAsync_AnswerLost_IsStoredAndCountsAsOvertaken()
    {
        string ambito = AzuriteLedger.NewAmbito();
        using UnsteadyService service = new() { LosesAnswers = 1 };

        Assert.False(
            await new TableReconciliationStore(azurite.Unsteady(service)).SaveAsync(
                State(ambito), CancellationToken.None));

        FundState stored = await azurite.Store().LoadAsync(ambito, Fund, CancellationToken.None);
        Assert.Equal(State(ambito).Balances, stored.Balances);
        Assert.True(await azurite.Store().SaveAsync(stored, CancellationToken.None));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, 4)]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    public async Task RecordAsync_ServiceRefusesForEver_ThrowsItsStatusAndWritesNothing(
        HttpStatusCode status, int requests)
    {
        Posting posting = Sample();
        using UnsteadyService service = new(int.MaxValue, status);

        RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => Ledger(service).RecordAsync(posting, CancellationToken.None));

        Assert.Equal(((int)status, requests), (failure.Status, service.Requests));
        Assert.Null(await azurite.Ledger().FindCurrentAsync(posting.Slot, CancellationToken.None));
    }

    [Fact]
    public async Task RecordAndSaveAsync_CancelledToken_WriteNothing()
    {
        Posting posting = Sample();
        CancellationToken cancelled = new(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => azurite.Ledger().RecordAsync(posting, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            azurite.Store().SaveAsync(State(posting.Slot.Ambito), cancelled));

        Assert.Empty(await Seen.PostingsAsync(azurite.Ledger(), posting.Slot.Ambito));
        Assert.Null((await azurite.Store().LoadAsync(posting.Slot.Ambito, Fund, CancellationToken.None)).Version);
    }

    [Fact]
    public async Task RecordAsync_CancelledBeforeItsTransaction_WritesNothing()
    {
        Posting posting = Sample();
        using CancellationTokenSource source = new();
        RequestPolicy policy = new() { Before = number => number == 2 ? source.CancelAsync() : Task.CompletedTask };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            azurite.Ledger(policy).RecordAsync(posting, source.Token));

        Assert.Equal(2, policy.Count);
        Assert.Empty(await Seen.PostingsAsync(azurite.Ledger(), posting.Slot.Ambito));
    }

    private TableLedger Ledger(UnsteadyService service) => new(azurite.Unsteady(service), TimeProvider.System);

    private static Posting Sample() =>
        Postings.Of(Postings.Slot(AzuriteLedger.NewAmbito()), 1, 1, Postings.Entry(Fund.Fund, Fund.Year, 5));

    private static FundState State(string ambito) =>
        new(
            ambito,
            Fund,
            Version: null,
            [],
            [new Balance(Fund, null, new Money(5), null, new Money(1), Money.Zero, null, null, new Money(-3))],
            []);
}
