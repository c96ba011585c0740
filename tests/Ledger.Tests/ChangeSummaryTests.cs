using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger.Tests.Support;

namespace PianoZona.Ledger.Tests;

public sealed class ChangeSummaryTests
{
    private static readonly UploadSlot Slot = Postings.Slot("ambito");

    [Fact]
    public void Between_Replacement_TellsWhatChangedPerFundYearAndKind()
    {
        Posting old = Postings.Of(
            Slot,
            1,
            1,
            Postings.Entry("FNPS", 2021, 100),
            Postings.Entry("QSFP", 2020, 50),
            Postings.Entry("QPE", 2020, 9));
        Posting next = Postings.Of(
            Slot,
            2,
            2,
            Postings.Entry("FNPS", 2021, 100),
            Postings.Entry("QSFP", 2020, 70),
            Postings.Entry("FNPS", 2021, 0, EntryKind.Paid));

        ChangeSummary summary = ChangeSummary.Between(old, next);

        Assert.Equal(
            [
                new FundChange(new FundKey("FNPS", 2021), EntryKind.Paid, null, Money.Zero, 0, 4),
                new FundChange(new FundKey("QPE", 2020), EntryKind.Committed, new Money(9), null, 4, 0),
                new FundChange(new FundKey("QSFP", 2020), EntryKind.Committed, new Money(50), new Money(70), 4, 4),
            ],
            summary.Changes);
        Assert.Equal(new Money(-9), summary.Changes[1].Difference);
        Assert.Equal((3, 3), (summary.RowsBefore, summary.RowsAfter));
    }

    [Fact]
    public void Between_FirstUpload_IsAllNew()
    {
        ChangeSummary summary = ChangeSummary.Between(null, Postings.Of(Slot, 1, 1, Postings.Entry("FNPS", 2021, 100)));

        Assert.Equal((null, new Money(100)), (Assert.Single(summary.Changes).Before, summary.Changes[0].After!.Value));
        Assert.Null(summary.RowsBefore);
    }

    [Fact]
    public void Between_AnyPostings_DifferencesAreThoseOfReversalAndNewMovements() =>
        Prop.ForAll(
                Postings.Pairs().ToArbitrary(),
                pair =>
                {
                    ChangeSummary summary = ChangeSummary.Between(pair.Old, pair.Next);

                    Assert.Equal(
                        Storno.Replacement(pair.Old, pair.Next).Sum(entry => entry.Amount.Cents),
                        summary.Changes.Sum(change => change.Difference.Cents));
                    Assert.Empty(ChangeSummary.Between(pair.Next, pair.Next).Changes);
                    Assert.Equal(
                        summary.Changes.Count,
                        summary.Changes.Select(change => (change.Fund, change.Kind)).Distinct().Count());
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Between_AnotherSlot_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            ChangeSummary.Between(Postings.Of(Postings.Slot("ambito", period: "2020"), 1, 1), Postings.Of(Slot, 2, 2)));
}
