using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Ledger.Tests;

/// <summary>An act is the same however two bodies write it, and another where a number is another.</summary>
public sealed class ActTests
{
    [Theory]
    [InlineData("DGR 4711", "D.G.R. n. 4711", true)]
    [InlineData("DGR 4711", "dgr  04711", true)]
    [InlineData("DGR 4711", "DGR n° 4711", true)]
    [InlineData("Decreto 12/2021", "DECRETO N. 12 - 2021", true)]
    [InlineData("Decreto 12/2021", "Decreto 122021", false)]
    [InlineData("Decreto 12/2021", "Decreto 1/22021", false)]
    [InlineData("DGR 4711", "DGR 4712", false)]
    public void Build_OneActWrittenTwice_IsTheSame(string one, string other, bool expected) =>
        Assert.Equal(expected, ActOf(one) == ActOf(other));

    private static string ActOf(string act)
    {
        PostingBuilder builder = new(Assegnazioni.Schema);
        ValidRow row = new(Assegnazioni.Schema) { Number = 2 };
        row[Assegnazioni.Fondo] = new CellValue("FNPS", 0, HasValue: true);
        row[Assegnazioni.Annualita] = new CellValue(null, 2021, HasValue: true);
        row[Assegnazioni.Atto] = new CellValue(act, 0, HasValue: true);
        row[Assegnazioni.DataAtto] = new CellValue(null, new DateOnly(2021, 5, 24).DayNumber, HasValue: true);
        row[Assegnazioni.Stato] = new CellValue(Assegnazioni.Assegnato, 0, HasValue: true);
        row[Assegnazioni.Importo] = new CellValue(null, 100, HasValue: true);
        builder.Accept(row);
        UploadSlot slot = new("a", "ente-udp", Assegnazioni.Schema.Code, "2021");
        Posting posting = builder.Build(slot, 1, "r_0", "s");
        return Assert.Single(posting.Entries).Act!;
    }
}
