using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger.Tests.Support;

namespace PianoZona.Ledger.Tests;

public sealed class ChangeDetailTests
{
    private static readonly UploadSlot Slot = Postings.Slot("ambito");

    [Fact]
    public void Between_AmountMovedFromABodyToAnother_IsToldThoughTheSumIsTheSame()
    {
        Posting old = Of(Entry(5_000, "019021"), Entry(1_000, "019086"));
        Posting next = Of(Entry(4_000, "019021"), Entry(2_000, "019086"));

        ChangeSummary summary = ChangeSummary.Between(old, next);

        Assert.Empty(summary.Changes);
        Assert.Equal(
            [
                new BodyChange(new FundKey("FNPS", 2021), EntryKind.Committed, "019021", new(5_000), new(4_000)),
                new BodyChange(new FundKey("FNPS", 2021), EntryKind.Committed, "019086", new(1_000), new(2_000)),
            ],
            summary.Detail.Bodies);
        Assert.Equal(
            (0, 0, 2, false),
            (summary.Detail.Added, summary.Detail.Removed, summary.Detail.Changed, summary.Detail.IsNone));
        Assert.Empty(summary.Detail.Parts);
    }

    [Fact]
    public void Between_AmountMovedFromAnAreaToAnother_TellsTheArea()
    {
        ChangeDetail detail = ChangeDetail.Between(
            Of(Entry(5_000) with { Area = "ANZIANI" }), Of(Entry(5_000) with { Area = "DISABILI" }));

        Assert.Empty(detail.Bodies);
        Assert.Equal((1, 1, 0), (detail.Added, detail.Removed, detail.Changed));
        Assert.Equal([ChangedPart.Area], detail.Parts);
    }

    [Fact]
    public void Between_AnotherCup_TellsTheDocuments()
    {
        DocumentClaim claim = Postings.Claim("FNPS", 2021, 5_000) with { IsNamed = true };
        ChangeDetail detail = ChangeDetail.Between(
            Of(Entry(5_000)) with { Documents = [claim] },
            Of(Entry(5_000)) with { Documents = [claim with { Cup = "J19G24000040006" }] });

        Assert.Equal([ChangedPart.Documents], detail.Parts);
        Assert.False(detail.IsNone);
    }

    /// <summary>A file without documents has no documents that change: its amounts are told by the sums.</summary>
    [Theory]
    [InlineData(6_000, 6_000, null, false)]
    [InlineData(6_000, 6_000, "J19G24000040006", true)]
    [InlineData(5_000, 5_000, "J19G24000040006", true)]
    [InlineData(5_000, 6_000, null, true)]
    public void Between_ExpenseWithoutDocument_IsToldWhereTheSumsDoNotTellIt(
        long entry, long claimed, string? cup, bool isTold)
    {
        DocumentClaim claim = Postings.Claim("FNPS", 2021, 5_000) with { IsNamed = false };
        ChangeDetail detail = ChangeDetail.Between(
            Of(Entry(5_000)) with { Documents = [claim] },
            Of(Entry(entry)) with { Documents = [claim with { Committed = new Money(claimed), Cup = cup }] });

        Assert.Equal(isTold ? [ChangedPart.Expense] : [], detail.Parts);
    }

    [Fact]
    public void Between_AFigureThatWasNotReported_IsNotThatOfZero()
    {
        ChangeDetail detail = ChangeDetail.Between(Of(), Of(Entry(0)));
        BodyChange change = Assert.Single(detail.Bodies);
        Memo memo = Postings.Memo("FNPS", 2021, 0);

        Assert.Equal((null, Money.Zero), (change.Before, change.After));
        Assert.Equal(
            1,
            ChangeDetail.Between(
                Of() with { Memos = [memo with { Amount = null }] }, Of() with { Memos = [memo] }).Changed);
    }

    /// <summary>Where the books would differ something is told, and only there.</summary>
    [Fact]
    public void Between_AnyPostings_IsNoneOnlyWhereTheySayTheSame() =>
        Prop.ForAll(
                Cases().ToArbitrary(),
                pair =>
                {
                    ChangeDetail detail = ChangeDetail.Between(pair.Old, pair.Next);

                    Assert.Equal(Content(pair.Old).SequenceEqual(Content(pair.Next)), detail.IsNone);
                    Assert.Equal(
                        Storno.Replacement(pair.Old, pair.Next).Sum(entry => entry.Amount.Cents),
                        detail.Bodies.Sum(one => (one.After?.Cents ?? 0) - (one.Before?.Cents ?? 0)));
                    Assert.True(ChangeDetail.Between(pair.Next, pair.Next).IsNone);
                })
            .QuickCheckThrowOnFailure();

    // Also two that differ in one place, or in their order alone.
    private static Gen<(Posting? Old, Posting Next)> Cases() => Gen.OneOf(
        Postings.Pairs(),
        from entries in Postings.AnyEntry().NonEmptyListOf()
        from other in Postings.AnyEntry()
        from at in Gen.Choose(0, 100)
        from one in Gen.Elements<Func<LedgerEntry, LedgerEntry>>(
            entry => entry,
            entry => entry with { Rows = RowSet.Parse("7") },
            entry => entry with { Beneficiary = other.Beneficiary },
            entry => entry with { Purpose = other.Purpose },
            entry => entry with { Qualifier = other.Qualifier },
            entry => entry with { Area = "ANZIANI" },
            entry => entry with { Basis = "anno" },
            entry => entry with { Amount = other.Amount },
            _ => other)
        select ((Posting?)Of([.. entries]), Of(
            [.. entries.Select((entry, index) => index == at % entries.Count ? one(entry) : entry).Reverse()])));

    private static string[] Content(Posting? posting) =>
    [
        .. (posting?.Entries ?? []).Select(entry => (entry with { Rows = new RowSet() }).ToString())
            .Order(StringComparer.Ordinal),
    ];

    private static Posting Of(params IReadOnlyList<LedgerEntry> entries) => Postings.Of(Slot, 1, 1, entries);

    private static LedgerEntry Entry(long cents, string body = "019021") =>
        Postings.Entry("FNPS", 2021, cents, beneficiary: body);
}
