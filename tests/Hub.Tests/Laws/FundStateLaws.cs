using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for every store of what was reconciled.</summary>
public abstract class FundStateLaws
{
    private static readonly FundKey Fund = new("PNRR-1.1.1", 2022);
    private static int counter;

    private protected abstract IReconciliationStore Store { get; }

    [Fact]
    public async Task Load_NothingStored_IsEmptyWithoutVersion()
    {
        FundState state = await Store.LoadAsync(NewAmbito(), Fund, default);

        Assert.Null(state.Version);
        Assert.Empty(state.Contributions);
        Assert.Empty(state.Balances);
        Assert.Empty(state.Discrepancies);
    }

    [Fact]
    public async Task Save_State_IsLoadedAndListedAsItWas()
    {
        FundState saved = State(NewAmbito(), 5);
        Assert.True(await Store.SaveAsync(saved, default));

        FundState loaded = await Store.LoadAsync(saved.Ambito, Fund, default);
        Assert.NotNull(loaded.Version);
        AssertSame(saved, loaded);
        AssertSame(saved, Assert.Single(await Store.ListAsync(saved.Ambito, default).ToListAsync()));
    }

    [Fact]
    public async Task Save_AnotherWriterWasFaster_IsRefusedAndChangesNothing()
    {
        string ambito = NewAmbito();
        Assert.True(await Store.SaveAsync(State(ambito, 1), default));
        Assert.False(await Store.SaveAsync(State(ambito, 2), default));

        FundState first = await Store.LoadAsync(ambito, Fund, default);
        Assert.True(await Store.SaveAsync(State(ambito, 3) with { Version = first.Version }, default));
        Assert.False(await Store.SaveAsync(State(ambito, 4) with { Version = first.Version }, default));
        AssertSame(State(ambito, 3), await Store.LoadAsync(ambito, Fund, default));
    }

    [Fact]
    public async Task Save_SeveralAtOnce_OneIsFirst()
    {
        string ambito = NewAmbito();
        bool[] saved = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(cents => Store.SaveAsync(State(ambito, cents), default)));

        Assert.Single(saved, first => first);
    }

    [Fact]
    public async Task List_OneFund_IsItsYearsInOrderAndNoOtherFundWhoseCodeBeginsAlike()
    {
        string ambito = NewAmbito();
        FundKey[] funds =
        [
            Fund,
            new("PNRR-1.1", 2022),
            new("PNRR-1.1.1", 2021),
            new("PNRR-1.1.11", 2022),
            new("PNRR", 2022),
        ];
        foreach (FundKey fund in funds)
        {
            Assert.True(await Store.SaveAsync(State(ambito, 1) with { Fund = fund }, default));
            Assert.True(await Store.SaveAsync(State(ambito + "0", 1) with { Fund = fund }, default));
        }

        Assert.Equal(
            [new FundKey("PNRR-1.1.1", 2021), Fund],
            await Store.ListAsync(ambito, "PNRR-1.1.1", default).Select(state => state.Fund).ToListAsync());
        Assert.Equal(
            funds.Order(), (await Store.ListAsync(ambito, default).ToListAsync()).Select(state => state.Fund).Order());
    }

    private static FundState State(string ambito, long cents) => new(
        ambito, Fund, Version: null, [],
        [new Balance(Fund, null, new Money(5), null, new Money(cents), Money.Zero, null, null, new Money(-3))],
        [
            new Discrepancy(
                "RIC-01", Severity.Warning, Fund, 2022, "019021", new Money(1), null, null, "«così» è",
                [new Evidence("019021_rendicontazione_2021_0000000000000007", "2-9,12")]),
        ]);

    private static void AssertSame(FundState expected, FundState actual)
    {
        Assert.Equal(expected.Balances, actual.Balances);
        Discrepancy one = Assert.Single(actual.Discrepancies);
        Assert.Equal(expected.Discrepancies[0].Evidence, one.Evidence);
        Assert.Equal(expected.Discrepancies[0] with { Evidence = one.Evidence }, one);
    }

    private static string NewAmbito() =>
        string.Create(CultureInfo.InvariantCulture, $"saldi{Interlocked.Increment(ref counter)}x");
}
