using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Ledger.Tables;

namespace PianoZona.Ledger.Tests;

public sealed class LedgerJsonTests
{
    // As it lies in table rows already: whatever becomes of the records, this must be read.
    private const string Written =
        """[{"Fund":"PNRR-1.1.1/2022","Kind":"Committed","Beneficiary":"019021","Purpose":"SAD","Amount":-125,"Rows":"2-9,12"},{"Fund":"FNPS/2021","Kind":"Assigned","Amount":0,"Rows":"3"}]""";

    [Fact]
    public void Read_WrittenSample_GivesItsEntries()
    {
        LedgerEntry[] entries = LedgerJson.ReadText<LedgerEntry[]>(Written);

        Assert.Equal(2, entries.Length);
        Assert.Equal(
            (new FundKey("PNRR-1.1.1", 2022), EntryKind.Committed, "019021", "SAD", new Money(-125), "2-9,12"),
            (entries[0].Fund, entries[0].Kind, entries[0].Beneficiary, entries[0].Purpose, entries[0].Amount, entries[0].Rows.ToString()));
        Assert.Equal((EntryKind.Assigned, null, null, Money.Zero), (entries[1].Kind, entries[1].Beneficiary, entries[1].Purpose, entries[1].Amount));
    }

    [Fact]
    public void WriteText_SampleRead_IsTheSampleAgain() => Assert.Equal(Written, LedgerJson.WriteText(LedgerJson.ReadText<LedgerEntry[]>(Written)));

    [Theory]
    [InlineData("""[{"Fund":"FNPS","Kind":"Assigned","Amount":0,"Rows":"3"}]""")]
    [InlineData("""[{"Fund":"FNPS/2021","Kind":"Assigned","Rows":"3"}]""")]
    [InlineData("null")]
    public void Read_AnotherForm_IsRefused(string json) =>
        Assert.ThrowsAny<Exception>(() => LedgerJson.ReadText<LedgerEntry[]>(json));
}
