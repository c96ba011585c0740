using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class CountedEntriesTests
{
    private static readonly (string Quarter, string Sender)[] Slots =
        [("2021-T1", "019021"), ("2021-T2", "019021"), ("2021-T2", "ente-concass"), ("2021-T4", "019021")];

    private static readonly Gen<(string Reference, string Outcome, long? Cents)> AnyRequest =
        from reference in Gen.Elements("a", "b", "c", "d", DocumentFingerprint.NotTold)
        from outcome in Gen.Elements(MisuraB2.Finanziata, MisuraB2.Chiusa, MisuraB2.ListaAttesa, MisuraB2.Esclusa)
        from cents in Gen.Choose(0, 900)
        select (reference, outcome, outcome is MisuraB2.Finanziata or MisuraB2.Chiusa ? (long?)cents : null);

    // A request stands in a file once; those that are not told apart, as often as there are.
    private static readonly Gen<Posting[]> AnyUploads =
        from slots in Gen.SubListOf(Slots)
        from requests in Gen.ArrayOf(AnyRequest.ArrayOf(), slots.Count)
        select slots.Select((slot, index) => B2.Upload(slot.Quarter, slot.Sender, 100 - index, [.. requests[index]
            .GroupBy(request => request.Reference, StringComparer.Ordinal)
            .SelectMany(same => same.Key == DocumentFingerprint.NotTold ? same : same.Take(1))])).ToArray();

    [Fact]
    public void Delivered_OfAnyTellings_IsTheSumOfTheLastOfEachRequest() =>
        Prop.ForAll(
                AnyUploads.ToArbitrary(),
                uploads =>
                {
                    FundState state = B2.State(uploads);

                    // By quarter, then by sequence: told one after the other, each takes the place of the one before.
                    Dictionary<string, long> last = new(StringComparer.Ordinal);
                    long notTold = 0;
                    foreach (Posting upload in uploads
                            .OrderBy(one => one.Slot.Period, StringComparer.Ordinal)
                            .ThenBy(one => one.Sequence))
                    {
                        foreach (Memo memo in upload.Memos)
                        {
                            notTold += memo.Reference == DocumentFingerprint.NotTold ? memo.Amount?.Cents ?? 0 : 0;
                            last[memo.Reference!] =
                                memo.Reference == DocumentFingerprint.NotTold ? 0 : memo.Amount?.Cents ?? 0;
                        }
                    }

        Balance? whole = state.Balances.Count == 0 ? null : state.Balances[0];
        Assert.Equal(last.Values.Sum() + notTold, whole?.Delivered?.Cents ?? 0);
        Assert.Equal(whole?.Delivered, state.Balances.Count < 2 ? whole?.Delivered : state.Balances[1].Delivered);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reversals_OfAnyTellings_TakeBackRowsOfTheirUploadAndLeaveItsEntriesAsTheyAre() =>
        Prop.ForAll(
                AnyUploads.ToArbitrary(),
                uploads =>
                {
                    FundState state = B2.State(uploads);
                    foreach (Reversal reversal in CountedEntries.Reversals(state))
                    {
                        Posting upload = uploads.Single(one => one.ReceiptId == reversal.Of.ReceiptId);
                        Memo memo = Assert.Single(
                            upload.Memos, one => one.Rows.ToString() == reversal.Entry.Rows.ToString());
                        Assert.Equal(-memo.Amount!.Value.Cents, reversal.Entry.Amount.Cents);
                        Assert.Contains(
                            uploads,
                            one =>
                                one.ReceiptId == reversal.ToldAgainIn
                                && one.Memos.Any(other => other.Reference == memo.Reference));
                        Assert.NotEqual(reversal.Of.ReceiptId, reversal.ToldAgainIn);
                    }

        Assert.Equal(
            uploads.SelectMany(upload => upload.Entries).Sum(entry => entry.Amount.Cents),
            state.Contributions.SelectMany(contribution => contribution.Entries).Sum(entry => entry.Amount.Cents));
    }).QuickCheckThrowOnFailure();

    // The first quarter corrected after the second came: the second still is the last state told.
    [Fact]
    public void Delivered_EarlierQuarterSentAgainLater_StillCountsTheLaterQuarter()
    {
        FundState state = B2.State(
            B2.Upload("2021-T2", "019021", 2, ("a", MisuraB2.Chiusa, 3_000)),
            B2.Upload("2021-T1", "019021", 3, ("a", MisuraB2.Finanziata, 3_700)));

        Assert.Equal(new Money(3_000), state.Balances[0].Delivered);
        Reversal reversal = Assert.Single(CountedEntries.Reversals(state));
        Assert.Equal(
            ("2021-T1", new Money(-3_700), "2"),
            (reversal.Of.Slot.Period, reversal.Entry.Amount, reversal.Entry.Rows.ToString()));
    }

    [Fact]
    public void Delivered_OtherFlowsOfTheFund_CountAsTheyStand()
    {
        FundState state = B2.State(
            B2.Upload("2021-T1", "019021", 1, ("a", MisuraB2.Finanziata, 3_600)),
            Sample.Posting(
                Sample.Slot("ente-coop", "prestazioni", "2021-03"),
                1,
                Sample.Entry(EntryKind.Delivered, 7, "019021", fund: B2.Care, purpose: "SAD")));

        Assert.Equal(new Money(3_607), state.Balances[0].Delivered);
        Assert.Empty(CountedEntries.Reversals(state));
    }

    [Theory]
    [InlineData("2-9,12", 2, true)]
    [InlineData("2-9,12", 9, true)]
    [InlineData("2-9,12", 10, false)]
    [InlineData("2-9,12", 12, true)]
    [InlineData("2-9,12", 13, false)]
    [InlineData("2-9,12", 1, false)]
    [InlineData("", 1, false)]
    public void Contains_RowOfARange_IsOneOfThem(string rows, int row, bool expected) =>
        Assert.Equal(expected, RowSet.Parse(rows).Contains(row));
}
