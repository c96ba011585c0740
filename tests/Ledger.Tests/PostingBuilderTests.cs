using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Ledger.Tests;

public sealed class PostingBuilderTests
{
    private static readonly string[] Bodies = ["019021", "019086", "ente-concass"];

    [Fact]
    public void Constructor_EveryFlowOfTheCatalogue_HasAMapping() =>
        Assert.All(FlowCatalogue.All, flow => Assert.NotNull(new PostingBuilder(flow)));

    [Fact]
    public void Build_AnotherFlow_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PostingBuilder(Riparto.Schema).Build(Slot(Popolazione.Schema), 1, "r", "s"));

    [Fact]
    public void Build_NilReturn_HasNoEntriesAndIsAboutItsSender()
    {
        Posting posting = Build(SpesaSociale.Schema);

        Assert.Equal(0, posting.Rows);
        Assert.Empty(posting.Entries);
        Assert.Equal("ente-concass", Assert.Single(posting.Bodies));
    }

    [Fact]
    public void Build_Popolazione_PostsNothingButCountsItsRows()
    {
        Posting posting = Build(Popolazione.Schema, row => Set(
            row, (Popolazione.CodiceIstat, "019021"), (Popolazione.Anno, 2021), (Popolazione.Totale, 15127)));

        Assert.Equal(1, posting.Rows);
        Assert.Empty(posting.Entries);
    }

    [Theory]
    [InlineData(Assegnazioni.Assegnato, "Assigned 12500")]
    [InlineData(Assegnazioni.Incassato, "Assigned 12500,Cashed 12500")]
    [InlineData(Assegnazioni.Previsto, "")]
    [InlineData(Assegnazioni.NonAncoraAssegnato, "")]
    public void Build_Assegnazioni_PostsByState(string state, string expected)
    {
        Posting posting = Build(Assegnazioni.Schema, row => Set(
            row, (Assegnazioni.Fondo, "FNPS"), (Assegnazioni.Annualita, 2021), (Assegnazioni.Stato, state), (Assegnazioni.Importo, 12500)));

        Assert.Equal(expected, string.Join(',', posting.Entries.Select(entry => $"{entry.Kind} {entry.Amount.Cents}")));
        Assert.All(posting.Entries, entry => Assert.Equal((new FundKey("FNPS", 2021), null), (entry.Fund, entry.Beneficiary)));
    }

    [Fact]
    public void Build_Riparto_AllocatesByBodyAndCriterion()
    {
        Posting posting = Build(
            Riparto.Schema,
            Share("019086", "popolazione", 300), Share("019021", "popolazione", 100), Share("019021", null, 50), Share("019021", "popolazione", 20));

        Assert.Equal(
            "019021/- 50 rows 4;019021/popolazione 120 rows 3,5;019086/popolazione 300 rows 2",
            string.Join(';', posting.Entries.Select(entry => $"{entry.Beneficiary}/{entry.Purpose ?? "-"} {entry.Amount.Cents} rows {entry.Rows}")));
        Assert.All(posting.Entries, entry => Assert.Equal(EntryKind.Allocated, entry.Kind));
        Assert.Equal(["019021", "019086"], posting.Bodies, StringComparer.Ordinal);
    }

    [Fact]
    public void Build_SpesaSociale_IsPaidOnOwnMoneyAndContributedByUsers()
    {
        Posting posting = Build(
            SpesaSociale.Schema,
            row => Set(
                row, (SpesaSociale.Ente, "019021"), (SpesaSociale.Anno, 2020), (SpesaSociale.Area, "ANZIANI"), (SpesaSociale.Importo, 1000),
                (SpesaSociale.CompartecipazioneUtenti, 0)),
            row => Set(row, (SpesaSociale.Ente, "019021"), (SpesaSociale.Anno, 2020), (SpesaSociale.Area, "MINORI-FAMIGLIA"), (SpesaSociale.Importo, 500)));

        // A contribution of zero was written in the first row: it is known. In the second it is missing.
        Assert.Equal(
            "COM/2020 Paid 019021 ANZIANI 1000;COM/2020 Paid 019021 MINORI-FAMIGLIA 500;COM/2020 Contributed 019021 ANZIANI 0",
            string.Join(';', posting.Entries.Select(entry => $"{entry.Fund} {entry.Kind} {entry.Beneficiary} {entry.Purpose} {entry.Amount.Cents}")));
    }

    [Fact]
    public void Build_Rendicontazione_IsCommittedAndPaidWhereItSaysSo()
    {
        Posting posting = Build(Rendicontazione.Schema, Document("019021", 900, 400), Document("019021", 100, null), Document("019086", 70, null));

        Assert.Equal(
            "Committed 019021 1000 2-3;Committed 019086 70 4;Paid 019021 400 2",
            string.Join(';', posting.Entries.Select(entry => $"{entry.Kind} {entry.Beneficiary} {entry.Amount.Cents} {entry.Rows}")));
        Assert.All(posting.Entries, entry => Assert.Equal("SAD", entry.Purpose));
    }

    [Fact]
    public void Build_AnyRows_ConservesAmountsByKindAndNamesEveryRow()
    {
        Gen<(string Body, int Committed, int? Paid)> document =
            from body in Gen.Elements(Bodies)
            from committed in Gen.Choose(0, 1_000_000_000)
            from paid in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 1_000_000_000).Select(cents => (int?)cents))
            select (body, committed, paid);

        Prop.ForAll(document.ArrayOf().ToArbitrary(), documents =>
        {
            Posting posting = Build(Rendicontazione.Schema, [.. documents.Select(one => Document(one.Body, one.Committed, one.Paid))]);

            Assert.Equal(documents.Sum(one => (long)one.Committed), SumOf(posting, EntryKind.Committed));
            Assert.Equal(documents.Sum(one => (long)(one.Paid ?? 0)), SumOf(posting, EntryKind.Paid));
            Assert.Equal(documents.Length, RowSet.Union(posting.Entries.Select(entry => entry.Rows)).Count);
            Assert.All(posting.Entries, entry => Assert.NotEqual(0, entry.Rows.Count));
            Assert.Equal(documents.Any(one => one.Paid is not null), posting.Entries.Any(entry => entry.Kind == EntryKind.Paid));
            Assert.Equal(documents.Length, posting.Rows);
        }).QuickCheckThrowOnFailure();
    }

    private static long SumOf(Posting posting, EntryKind kind) => posting.Entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount.Cents);

    private static Action<ValidRow> Share(string body, string? criterion, long cents) => row => Set(
        row, (Riparto.Fondo, "FNPS"), (Riparto.Annualita, 2021), (Riparto.Ente, body), (Riparto.Criterio, criterion), (Riparto.Importo, cents));

    private static Action<ValidRow> Document(string body, long committed, long? paid) => row => Set(
        row, (Rendicontazione.Fondo, "QSFP"), (Rendicontazione.Annualita, 2020), (Rendicontazione.Ente, body), (Rendicontazione.Intervento, "SAD"),
        (Rendicontazione.Impegnato, committed), (Rendicontazione.Liquidato, paid));

    private static UploadSlot Slot(FlowSchema flow) => new("oglio-po", "ente-concass", flow.Code, "2021");

    // As the validator does: one object for all rows, cleared before each.
    private static Posting Build(FlowSchema flow, params Action<ValidRow>[] rows)
    {
        PostingBuilder builder = new(flow);
        ValidRow row = new(flow) { Number = 1 };
        foreach (Action<ValidRow> fill in rows)
        {
            row.Clear();
            row.Number++;
            fill(row);
            builder.Accept(row);
        }

        return builder.Build(Slot(flow), 1, "ente-concass_flusso_2021_0000000000000001", new string('0', 64));
    }

    private static void Set(ValidRow row, params (Column Column, object? Value)[] values)
    {
        foreach ((Column column, object? value) in values)
        {
            row[column] = value switch
            {
                null => default,
                string text => new CellValue(text, 0, HasValue: true),
                _ => new CellValue(null, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), HasValue: true),
            };
        }
    }
}
