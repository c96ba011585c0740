using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Storage.Tests.Support;

namespace PianoZona.Storage.Tests.Tables;

[Collection(AzuriteLedger.Collection)]
public sealed class TableReconciliationStoreTests(AzuriteLedger azurite)
{
    private static readonly FundKey Fund = new("PNRR-1.1.1", 2022);

    [Fact]
    public async Task LoadAsync_NothingStored_IsEmptyWithoutVersion()
    {
        FundState state = await azurite.Store().LoadAsync(AzuriteLedger.NewAmbito(), Fund, CancellationToken.None);

        Assert.Null(state.Version);
        Assert.Empty(state.Contributions);
        Assert.Empty(state.Balances);
        Assert.Empty(state.Discrepancies);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task SaveAsync_State_IsLoadedAsItWas(int entries)
    {
        FundState saved = State(AzuriteLedger.NewAmbito(), entries);

        Assert.True(await azurite.Store().SaveAsync(saved, CancellationToken.None));

        FundState loaded = await azurite.Store().LoadAsync(saved.Ambito, Fund, CancellationToken.None);
        Assert.NotNull(loaded.Version);
        AssertSame(saved, loaded);
        AssertSame(
            saved, Assert.Single(await azurite.Store().ListAsync(saved.Ambito, CancellationToken.None).ToListAsync()));
    }

    [Fact]
    public async Task ListAsync_OneFund_IsItsFundYearsAndNoOthers()
    {
        string ambito = AzuriteLedger.NewAmbito();
        FundKey[] funds =
        [
            new("PNRR-1.1", 2022),
            new("PNRR-1.1.1", 2021),
            Fund,
            new("PNRR-1.1.11", 2022),
            new("PNRR", 2022),
        ];
        foreach (FundKey fund in funds)
        {
            Assert.True(
                await azurite
                    .Store()
                    .SaveAsync(State(ambito, fund == Fund ? 20_000 : 1) with { Fund = fund }, CancellationToken.None));
        }

        List<FundState> found = await azurite
            .Store()
            .ListAsync(ambito, "PNRR-1.1.1", CancellationToken.None)
            .ToListAsync();

        Assert.Equal([new FundKey("PNRR-1.1.1", 2021), Fund], found.Select(state => state.Fund));
        Assert.Equal(20_000, found[1].Contributions.Sum(contribution => contribution.Entries.Count));
    }

    [Fact]
    public async Task SaveAsync_FromManyRowsToOneAndBack_LeavesNoRowBehind()
    {
        string ambito = AzuriteLedger.NewAmbito();
        foreach (int entries in (int[])[20_000, 1, 12_000, 25_000, 12_000])
        {
            FundState before = await azurite.Store().LoadAsync(ambito, Fund, CancellationToken.None);
            FundState next = State(ambito, entries) with { Version = before.Version };

            Assert.True(await azurite.Store().SaveAsync(next, CancellationToken.None));

            AssertSame(next, await azurite.Store().LoadAsync(ambito, Fund, CancellationToken.None));
            AssertSame(
                next, Assert.Single(await azurite.Store().ListAsync(ambito, CancellationToken.None).ToListAsync()));
        }
    }

    [Fact]
    public async Task SaveAsync_AnotherWriterWasFaster_ReturnsFalseAndChangesNothing()
    {
        string ambito = AzuriteLedger.NewAmbito();
        FundState empty = await azurite.Store().LoadAsync(ambito, Fund, CancellationToken.None);
        Assert.True(
            await azurite.Store().SaveAsync(State(ambito, 1) with { Version = empty.Version }, CancellationToken.None));

        Assert.False(
            await azurite.Store().SaveAsync(State(ambito, 2) with { Version = empty.Version }, CancellationToken.None));

        FundState first = await azurite.Store().LoadAsync(ambito, Fund, CancellationToken.None);
        Assert.True(
            await azurite.Store().SaveAsync(State(ambito, 3) with { Version = first.Version }, CancellationToken.None));
        Assert.False(
            await azurite.Store().SaveAsync(State(ambito, 4) with { Version = first.Version }, CancellationToken.None));
        AssertSame(State(ambito, 3), await azurite.Store().LoadAsync(ambito, Fund, CancellationToken.None));
    }

    [Fact]
    public async Task LoadAsync_ReplacedWhileItsRowsAreRead_IsNeverAMix()
    {
        FundState old = State(AzuriteLedger.NewAmbito(), 20_000);
        FundState next = State(old.Ambito, 21_000);
        await azurite.Store().SaveAsync(old, CancellationToken.None);
        string? version = (await azurite.Store().LoadAsync(old.Ambito, Fund, CancellationToken.None)).Version;
        RequestPolicy policy = new();
        policy.Before = async number =>
        {
            if (number == 2)
            {
                Assert.True(await azurite.Store().SaveAsync(next with { Version = version }, CancellationToken.None));
            }
        };

        AssertSame(next, await azurite.Store(policy).LoadAsync(old.Ambito, Fund, CancellationToken.None));

        Assert.True(policy.Count > 2);
    }

    [Fact]
    public async Task LoadAndSaveAsync_OneRow_TakeOneTransactionEach()
    {
        RequestPolicy policy = new();
        TableReconciliationStore store = azurite.Store(policy);
        FundState state = await store.LoadAsync(AzuriteLedger.NewAmbito(), Fund, CancellationToken.None);

        Assert.Equal(1, policy.Count);
        await store.SaveAsync(State(state.Ambito, 5), CancellationToken.None);
        Assert.Equal(2, policy.Count);
        state = await store.LoadAsync(state.Ambito, Fund, CancellationToken.None);
        await store.SaveAsync(state, CancellationToken.None);
        Assert.Equal(4, policy.Count);
    }

    [Fact]
    public async Task ListAsync_SeveralFundYears_GivesEachOnceAndNoOtherAmbito()
    {
        string ambito = AzuriteLedger.NewAmbito();
        FundKey[] funds = [new("FNPS", 2020), new("FNPS", 2021), new("QSFP", 2020)];
        foreach (FundKey fund in funds)
        {
            await azurite.Store().SaveAsync(State(ambito, 1) with { Fund = fund }, CancellationToken.None);
            await azurite.Store().SaveAsync(State(ambito + "0", 1) with { Fund = fund }, CancellationToken.None);
        }

        List<FundState> states = await azurite.Store().ListAsync(ambito, CancellationToken.None).ToListAsync();

        Assert.Equal(funds, states.Select(state => state.Fund));
        Assert.All(states, state => Assert.Equal(ambito, state.Ambito));
    }

    private static FundState State(string ambito, int entries)
    {
        LedgerEntry[] posted = LargePosting.Entries(entries);
        return new FundState(
            ambito,
            Fund,
            Version: null,
            [new Contribution(Postings.Slot(ambito), 7, "019021_rendicontazione_2021_0000000000000007", posted)],
            [new Balance(Fund, null, new Money(5), null, new Money(entries), Money.Zero, null, null, new Money(-3))],
            [
                new Discrepancy(
                    "RIC-01", Severity.Warning, Fund, 2022, "019021", new Money(1), null, null, "«così» è",
                    [new Evidence("019021_rendicontazione_2021_0000000000000007", "2-9,12")]),
            ]);
    }

    private static void AssertSame(FundState expected, FundState actual) =>
        Assert.Equal(
            LedgerJson.WriteText(expected with { Version = null }),
            LedgerJson.WriteText(actual with { Version = null }));
}
