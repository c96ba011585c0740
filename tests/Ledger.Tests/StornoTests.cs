using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Ledger.Tests.Support;

namespace PianoZona.Ledger.Tests;

public sealed class StornoTests
{
    [Fact]
    public void Of_AnyPosting_LeavesNothingOnAnyAccount() => Prop.ForAll(Postings.Pairs().ToArbitrary(), pair =>
    {
        TrialBalance balance = TrialBalance.Of([.. pair.Next.Entries, .. Storno.Of(pair.Next)]);

        Assert.All(balance.Lines.Values, line => Assert.Equal((Money.Zero, Money.Zero), (line.Debit, line.Credit)));
        Assert.Equal(pair.Next.Entries, Storno.Of(pair.Next).Select(entry => entry with { Amount = -entry.Amount }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replacement_AfterTheOldOne_LeavesEveryAccountAsTheNewOneAlone() =>
        Prop.ForAll(
                Postings.Pairs().ToArbitrary(),
                pair =>
                {
                    IReadOnlyList<LedgerEntry> replacement = Storno.Replacement(pair.Old, pair.Next);
                    TrialBalance after = TrialBalance.Of([.. pair.Old?.Entries ?? [], .. replacement]);
                    TrialBalance expected = TrialBalance.Of(pair.Next.Entries);

        Assert.All(after.Lines, line => Assert.Equal(expected.Lines.GetValueOrDefault(line.Key), line.Value));
        Assert.Superset(expected.Lines.Keys.ToHashSet(), after.Lines.Keys.ToHashSet());
        TrialBalance alone = TrialBalance.Of(replacement);
        Assert.Equal(alone.Debit, alone.Credit);
    }).QuickCheckThrowOnFailure();
}
