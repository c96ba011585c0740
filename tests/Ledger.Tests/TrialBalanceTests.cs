using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Ledger.Tests.Support;

namespace PianoZona.Ledger.Tests;

public sealed class TrialBalanceTests
{
    [Fact]
    public void Of_AnyEntries_DebitsEqualCredits() =>
        Prop.ForAll(
                Postings.AnyEntry().ArrayOf().ToArbitrary(),
                entries =>
                {
                    TrialBalance balance = TrialBalance.Of(entries);

        Assert.Equal(balance.Debit, balance.Credit);
        Assert.Equal(entries.Sum(entry => entry.Amount.Cents), balance.Debit.Cents);
        Assert.All(entries, entry => Assert.NotEqual(entry.Debit, entry.Credit));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AssignedAllocatedCommittedPaid_LeavesWhatIsLeftOnEachAccount()
    {
        TrialBalance balance = TrialBalance.Of(
        [
            Postings.Entry("FNPS", 2021, 1_000, EntryKind.Assigned, beneficiary: null),
            Postings.Entry("FNPS", 2021, 600, EntryKind.Cashed, beneficiary: null),
            Postings.Entry("FNPS", 2021, 800, EntryKind.Allocated),
            Postings.Entry("FNPS", 2021, 500, EntryKind.Committed),
            Postings.Entry("FNPS", 2021, 200, EntryKind.Paid),
        ]);

        Assert.Equal(new Money(400), balance.Of("crediti verso finanziatori"));
        Assert.Equal(new Money(400), balance.Of("cassa"));
        Assert.Equal(new Money(-200), balance.Of("risorse da ripartire"));
        Assert.Equal(new Money(-300), balance.Of("quote ripartite"));
        Assert.Equal(new Money(-300), balance.Of("impegni"));
    }
}
