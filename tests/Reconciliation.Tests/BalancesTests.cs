using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class BalancesTests
{
    [Fact]
    public void Reconcile_NoEntries_HasNoBalance() => Assert.Empty(Sample.Reconciled(Sample.Fnps).Balances);

    [Fact]
    public void Reconcile_EveryKind_AddsUpByBodyAndForTheAmbito()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Assigned, 1_000),
            Sample.Entry(EntryKind.Cashed, 400),
            Sample.Entry(EntryKind.Allocated, 600, "020066"),
            Sample.Entry(EntryKind.Allocated, 400, "019021"),
            Sample.Entry(EntryKind.Committed, 100, "019021", purpose: "SAD"),
            Sample.Entry(EntryKind.Committed, 50, "019021", purpose: "ADM"),
            Sample.Entry(EntryKind.Paid, 20, "019021"),
            Sample.Entry(EntryKind.Delivered, 5, "020066"));

        Assert.Equal(
            [
                new Balance(
                    Sample.Fnps, null, new(1_000), new(400), new(1_000), new(150), new(20), new(5), Residual: null),
                new Balance(Sample.Fnps, "019021", null, null, new(400), new(150), new(20), null, new(250)),
                new Balance(Sample.Fnps, "020066", null, null, new(600), null, null, new(5), Residual: null),
            ],
            state.Balances);
    }

    [Fact]
    public void Reconcile_NothingAssignedNorAllocated_LeavesThemAndTheResidualMissing()
    {
        FundState state = Sample.Reconciled(Sample.Fnps, Sample.Entry(EntryKind.Committed, 100, "019021"));

        Assert.All(
            state.Balances,
            balance =>
                Assert.Equal(
                    (null, null, null, null), (balance.Assigned, balance.Allocated, balance.Paid, balance.Residual)));
    }

    [Fact]
    public void Reconcile_EveryBodyWithAShareTellsItsCommitments_HasAResidual()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Assigned, 1_000),
            Sample.Entry(EntryKind.Allocated, 600, "020066"),
            Sample.Entry(EntryKind.Allocated, 400, "019021"),
            Sample.Entry(EntryKind.Committed, 150, "019021"),
            Sample.Entry(EntryKind.Committed, 0, "020066"));

        Assert.Equal(
            [new Money(850), new Money(250), new Money(600)], state.Balances.Select(balance => balance.Residual));
    }

    [Fact]
    public void Reconcile_ZeroWritten_IsKnown()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps, Sample.Entry(EntryKind.Assigned, 0), Sample.Entry(EntryKind.Committed, 100, "019021"));

        Assert.Equal(
            (Money.Zero, null, new Money(-100)),
            (state.Balances[0].Assigned, state.Balances[0].Cashed, state.Balances[0].Residual));
    }

    [Fact]
    public void Reconcile_OnlyContributionsOfUsers_MakeNoRowOfABody() =>
        Assert.Null(
            Assert
                .Single(
                    Sample
                        .Reconciled(Sample.Own, Sample.Entry(EntryKind.Contributed, 5, "019021", fund: Sample.Own))
                        .Balances)
                .Body);
}
