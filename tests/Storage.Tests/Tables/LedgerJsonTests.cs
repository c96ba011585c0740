using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tables;

namespace PianoZona.Storage.Tests.Tables;

public sealed class LedgerJsonTests
{
    // As it lies in table rows already: whatever becomes of the records, this must be read.
    private const string Written =
        """[{"Fund":"PNRR-1.1.1/2022","Kind":"Committed","Beneficiary":"019021","Purpose":"SAD","Amount":-125,"Rows":"2-9,12"},"""
        + """{"Fund":"FNPS/2021","Kind":"Assigned","Beneficiary":null,"Purpose":null,"Amount":0,"Rows":"3"}]""";

    [Fact]
    public void ReadText_WrittenSample_GivesItsEntries()
    {
        LedgerEntry[] entries = LedgerJson.ReadText<LedgerEntry[]>(Written);

        Assert.Equal(2, entries.Length);
        Assert.Equal(
            (new FundKey("PNRR-1.1.1", 2022), EntryKind.Committed, "019021", "SAD", new Money(-125), "2-9,12"),
            (
                entries[0].Fund,
                entries[0].Kind,
                entries[0].Beneficiary,
                entries[0].Purpose,
                entries[0].Amount,
                entries[0].Rows.ToString()));
        Assert.Equal(
            (EntryKind.Assigned, null, null, Money.Zero),
            (entries[1].Kind, entries[1].Beneficiary, entries[1].Purpose, entries[1].Amount));
    }

    [Fact]
    public void WriteText_SampleRead_IsTheSampleAgain() =>
        Assert.Equal(Written, LedgerJson.WriteText(LedgerJson.ReadText<LedgerEntry[]>(Written)));

    [Fact]
    public void ReadText_WrittenBeforeQualifiersWere_HasNone() =>
        Assert.All(LedgerJson.ReadText<LedgerEntry[]>(Written), entry => Assert.Null(entry.Qualifier));

    [Fact]
    public void WritePayload_QualifierAndForecast_AreReadAgain()
    {
        Memo forecast = Postings.Memo("FNPS", 2022, 7) with
        {
            Kind = MemoKind.Forecast,
            Basis = "triennale",
            Qualifier = "circa",
        };
        Memo notYet = forecast with { Kind = MemoKind.NotYetAssigned, Amount = null, Qualifier = null };
        Posting posting = Postings.Of(
            Postings.Slot("ambito"),
            1,
            1,
            Postings.Entry("FNPS", 2021, 5) with
            {
                Qualifier = "almeno",
            }) with
        {
            Memos = [forecast, notYet],
        };

        PostingPayload payload = PostingPayload.Read(PostingPayload.Write(posting));

        Assert.Equal("almeno", Assert.Single(payload.Entries).Qualifier);
        Assert.Null(posting.FirstDifference(posting with { Entries = payload.Entries, Memos = payload.Memos }));
        Assert.Equal(
            nameof(Posting.Entries),
            posting.FirstDifference(posting with { Entries = [posting.Entries[0] with { Qualifier = null }] }));
        Assert.Equal(
            nameof(Posting.Memos),
            posting.FirstDifference(posting with { Memos = [forecast with { Qualifier = null }, notYet] }));
    }

    [Fact]
    public void ReadPayload_FirstForm_IsEntriesAlone()
    {
        PostingPayload payload = PostingPayload.Read(System.Text.Encoding.UTF8.GetBytes(Written));

        Assert.Equal((2, 0), (payload.Entries.Count, payload.Documents.Count));
        Assert.Null(payload.Totals);
    }

    [Fact]
    public void WritePayload_Posting_IsReadAgain()
    {
        Posting posting = Postings.Of(
            Postings.Slot("ambito"),
            1,
            1,
            Postings.Entry("FNPS", 2021, 5) with
            {
                Area = "ANZIANI",
                Basis = "annuale",
            }) with
        {
            Documents = [Postings.Claim("FNPS", 2021, 5)],
            Totals = [new KindTotal(EntryKind.Committed, new Money(5))],
        };

        PostingPayload payload = PostingPayload.Read(PostingPayload.Write(posting));

        Assert.Null(posting.FirstDifference(posting with { Entries = payload.Entries, Documents = payload.Documents }));
        Assert.Equal(posting.Totals, payload.Totals);
    }

    [Theory]
    [InlineData("""[{"Fund":"FNPS/2021","Kind":"Assigned","Beneficiary":null,"Purpose":null,"Rows":"3"}]""")]
    [InlineData("""[{"Fund":null,"Kind":"Assigned","Beneficiary":null,"Purpose":null,"Amount":1,"Rows":"3"}]""")]
    [InlineData("""[{"Fund":"FNPS/2021","Kind":0,"Beneficiary":null,"Purpose":null,"Amount":1,"Rows":"3"}]""")]
    [InlineData("null")]
    public void ReadText_AnotherForm_IsRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() => LedgerJson.ReadText<LedgerEntry[]>(json));

    [Theory]
    [InlineData("FNPS")]
    [InlineData("/2021")]
    [InlineData("FNPS/duemila")]
    public void ReadText_NoFundYear_IsRefused(string fund) =>
        Assert.Throws<FormatException>(() => LedgerJson.ReadText<FundKey>($"\"{fund}\""));
}
