using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger.Mapping;

namespace PianoZona.Ledger.Tests;

public sealed class DocumentTests
{
    private const string Supplier = "01234567897";
    private static readonly DateOnly Day = new(2021, 6, 30);

    [Theory]
    [InlineData("FT 118", "ft118", true)]
    [InlineData("FT 118", "FT-118", true)]
    [InlineData("FT 118", "FT 119", false)]
    public void FingerprintOf_Number_IsComparedAsPeopleWriteIt(string one, string other, bool same) =>
        Assert.Equal(same, DocumentFingerprint.Of(Supplier, one, Day) == DocumentFingerprint.Of(Supplier, other, Day));

    [Fact]
    public void FingerprintOf_OtherSupplierOrDay_IsAnotherDocument()
    {
        Assert.NotEqual(
            DocumentFingerprint.Of(Supplier, "1", Day),
            DocumentFingerprint.Of("00000000000", "1", Day),
            StringComparer.Ordinal);
        Assert.NotEqual(
            DocumentFingerprint.Of(Supplier, "1", Day),
            DocumentFingerprint.Of(Supplier, "1", Day.AddDays(1)),
            StringComparer.Ordinal);
        Assert.Null(DocumentFingerprint.Of(null, "1", Day));
        Assert.Null(DocumentFingerprint.Of(Supplier, null, Day));
        Assert.Null(DocumentFingerprint.Of(Supplier, "1", null));
        Assert.Null(DocumentFingerprint.Of(Supplier, "--", Day));
    }

    [Fact]
    public void Build_Rendicontazione_KeepsDocumentsTotalsAndAreas()
    {
        Posting posting = Build(
            row => Fill(row, "FNPS", "FT 1", 100, 60, 300, "ANZIANI"),
            row => Fill(row, "FNPS", "ft1", 50, 40, 250, "ANZIANI"),
            row => Fill(row, "QSFP", "FT 1", 20, null, null, "DISABILI"),
            row => Fill(row, "QSFP", null, 5, null, null, null));

        string? fingerprint = DocumentFingerprint.Of(Supplier, "FT 1", Day);
        Assert.Equal(
            [
                ("FNPS", fingerprint, true, new Money(150), new Money(100), new Money(250), "2-3"),
                ("QSFP", null, false, new Money(5), null, null, "5"),
                ("QSFP", fingerprint, true, new Money(20), (Money?)null, (Money?)null, "4"),
            ],
            posting.Documents.Select(claim =>
                (
                    claim.Fund.Fund,
                    claim.Fingerprint,
                    claim.IsNamed,
                    claim.Committed,
                    claim.Paid,
                    claim.Total,
                    claim.Rows.ToString())));
        Assert.Equal(
            [new KindTotal(EntryKind.Committed, new Money(175)), new KindTotal(EntryKind.Paid, new Money(100))],
            posting.Totals!);
        Assert.Equal(
            "FNPS ANZIANI;FNPS ANZIANI;QSFP ;QSFP DISABILI",
            string.Join(';', posting.Entries.Select(entry => $"{entry.Fund.Fund} {entry.Area}")));
    }

    [Fact]
    public void Build_MoreDocumentsThanAreKept_AreStillAllCharged()
    {
        int count = DocumentGatherer.MaxDocuments + 5;

        Posting posting = Build([
            .. Enumerable
                .Range(0, count)
                .Select(number =>
                    (Action<ValidRow>)(
                        row =>
                            Fill(
                                row,
                                "FNPS",
                                string.Create(CultureInfo.InvariantCulture, $"FT {number}"),
                                1,
                                1,
                                null,
                                null))),
        ]);

        DocumentClaim rest = Assert.Single(posting.Documents, claim => !claim.IsComparable);
        Assert.Equal(
            (DocumentFingerprint.NotTold, new Money(5), 5), (rest.Fingerprint, rest.Committed, rest.Rows.Count));
        Assert.Equal(count, posting.Documents.Sum(claim => claim.Share.Cents));
    }

    [Fact]
    public void Build_Assegnazioni_KeepsTheBasisOfWhatIsAssigned()
    {
        PostingBuilder builder = new(Assegnazioni.Schema);
        ValidRow row = new(Assegnazioni.Schema) { Number = 2 };
        row[Assegnazioni.Fondo] = new CellValue("FNPS", 0, HasValue: true);
        row[Assegnazioni.Annualita] = new CellValue(null, 2021, HasValue: true);
        row[Assegnazioni.Stato] = new CellValue(Assegnazioni.Incassato, 0, HasValue: true);
        row[Assegnazioni.Importo] = new CellValue(null, 100, HasValue: true);
        row[Assegnazioni.Base] = new CellValue("triennale", 0, HasValue: true);
        builder.Accept(row);

        Posting posting = builder.Build(
            new UploadSlot("a", "ente-udp", Assegnazioni.Schema.Code, "2021"), 1, "r_0", "s");

        Assert.Equal(
            [(EntryKind.Assigned, "triennale"), (EntryKind.Cashed, null)],
            posting.Entries.Select(entry => (entry.Kind, entry.Basis)));
    }

    private static Posting Build(params IReadOnlyList<Action<ValidRow>> rows)
    {
        PostingBuilder builder = new(Rendicontazione.Schema);
        ValidRow row = new(Rendicontazione.Schema) { Number = 1 };
        foreach (Action<ValidRow> fill in rows)
        {
            row.Clear();
            row.Number++;
            fill(row);
            builder.Accept(row);
        }

        return builder.Build(
            new UploadSlot("a", "019021", Rendicontazione.Schema.Code, "2021"),
            1,
            "019021_rendicontazione_2021_0",
            "s");
    }

    private static void Fill(
        ValidRow row, string fund, string? document, long committed, long? paid, long? total, string? area)
    {
        row[Rendicontazione.Ente] = new CellValue("019021", 0, HasValue: true);
        row[Rendicontazione.Fondo] = new CellValue(fund, 0, HasValue: true);
        row[Rendicontazione.Annualita] = new CellValue(null, 2021, HasValue: true);
        row[Rendicontazione.Intervento] = new CellValue("SAD", 0, HasValue: true);
        row[Rendicontazione.Area] = new CellValue(area, 0, area is not null);
        row[Rendicontazione.FornitorePiva] = new CellValue(Supplier, 0, HasValue: true);
        row[Rendicontazione.Documento] = new CellValue(document, 0, document is not null);
        row[Rendicontazione.DataDocumento] = new CellValue(null, Day.DayNumber, HasValue: true);
        row[Rendicontazione.Impegnato] = new CellValue(null, committed, HasValue: true);
        row[Rendicontazione.Liquidato] = new CellValue(null, paid ?? 0, paid is not null);
        row[Rendicontazione.TotaleDocumento] = new CellValue(null, total ?? 0, total is not null);
    }
}
