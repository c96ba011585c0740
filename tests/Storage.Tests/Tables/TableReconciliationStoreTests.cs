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
