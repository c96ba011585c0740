using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger.Tests.Support;

namespace PianoZona.Ledger.Tests;

public sealed class LedgerVerificationTests
{
    private static readonly Posting Sound = Postings.Of(
        Postings.Slot("ambito"),
        1,
        1,
        Postings.Entry("FNPS", 2021, 100),
        Postings.Entry("FNPS", 2021, 40, EntryKind.Paid)) with
    {
        Totals = [new KindTotal(EntryKind.Committed, new Money(100)), new KindTotal(EntryKind.Paid, new Money(40))],
    };

    // What does not count any more leaves the trial balance, on both sides; the upload still conserves its own.
    [Fact]
    public void Of_WithReversals_BalancesWithoutWhatTheyTakeBack()
    {
        LedgerEntry entry = Sound.Entries[0];

        LedgerVerification verification = LedgerVerification.Of(
            [Sound], [], [], [entry with { Amount = -entry.Amount }]);

        Assert.True(verification.Balances);
        Assert.Equal(LedgerVerification.Of([Sound], [], []).Balance.Debit - entry.Amount, verification.Balance.Debit);
    }

    [Fact]
    public void Of_SoundBooks_Balance()
    {
        LedgerVerification verification = LedgerVerification.Of([Sound], [State(100)], [State(100)]);

        Assert.True(verification.Balances);
        Assert.Equal(
            (1, 0, new Money(140)), (verification.Postings, verification.WithoutTotals, verification.Balance.Debit));
    }

    [Theory]
    [InlineData(101, EntryKind.Committed)]
    [InlineData(100, EntryKind.Owed)]
    public void Of_EntriesOtherThanTheRowsTotals_IsAViolation(long cents, EntryKind kind)
    {
        Posting altered = Sound with { Entries = [Postings.Entry("FNPS", 2021, cents, kind), Sound.Entries[1]] };

        LedgerVerification verification = LedgerVerification.Of([altered], [], []);

        Assert.False(verification.Balances);
        Assert.All(verification.Violations, violation => Assert.Equal(Sound.ReceiptId, violation.ReceiptId));
        Assert.Contains("le righe accettate", verification.Violations[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PostingWithoutTotals_IsCountedAndNotJudged()
    {
        LedgerVerification verification = LedgerVerification.Of([Sound with { Totals = null }], [], []);

        Assert.True(verification.Balances);
        Assert.Equal(1, verification.WithoutTotals);
    }

    [Fact]
    public void Of_TwoPostingsInOneSlot_IsAViolation() =>
        Assert.Single(LedgerVerification.Of([Sound, Sound with { Sequence = 2 }], [], []).Violations);

    [Fact]
    public void Of_StoredStateOtherThanDerived_IsAViolationOfItsFundYear()
    {
        LedgerVerification other = LedgerVerification.Of([], [State(100)], [State(99)]);
        LedgerVerification missing = LedgerVerification.Of([], [], [State(99)]);
        LedgerVerification left = LedgerVerification.Of([], [State(100)], []);

        Assert.All([other, missing, left], verification =>
            Assert.Equal(new FundKey("FNPS", 2021), Assert.Single(verification.Violations).Fund));
    }

    [Fact]
    public void Of_StoredStateOfAFundYearThatNothingTouchesAnyMore_Balances() =>
        Assert.True(LedgerVerification.Of([], [State(100) with { Version = "1", Balances = [] }], []).Balances);

    private static FundState State(long committed) => new(
        "ambito", new FundKey("FNPS", 2021), Version: null, [],
        [new Balance(new FundKey("FNPS", 2021), null, null, null, null, new Money(committed), null, null, null)], []);
}
