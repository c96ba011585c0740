using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger.Mapping;

namespace PianoZona.Ledger.Tests;

public sealed class PostingBuilderTests
{
    private static readonly string[] Bodies = ["019021", "019086", "ente-concass"];

    // Forecasts and the data of units are kept beside the movements.
    public static TheoryData<string> WithoutMovements =>
    [
        .. FlowCatalogue.All.Where(flow => FlowMappings.Of(flow) is NothingToPost).Select(flow => flow.Code),
        FsrRilevazione.Schema.Code, BilancioAmbito.Schema.Code,
    ];

    [Theory]
    [InlineData("rendicontazione", typeof(RendicontazioneMapping))]
    [InlineData("casi-gepi", typeof(NothingToPost))]
    public void Of_Flow_ItsMappingOrNothing(string code, Type mapping) =>
        Assert.IsType(mapping, FlowMappings.Of(FlowCatalogue.Find(code)!));

    [Fact]
    public void Build_AnotherFlow_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            new PostingBuilder(Riparto.Schema).Build(Slot(Popolazione.Schema), 1, "r", "s"));

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
        Posting posting = Build(
            Assegnazioni.Schema,
            row =>
                Set(
                    row,
                    (Assegnazioni.Fondo, "FNPS"),
                    (Assegnazioni.Annualita, 2021),
                    (Assegnazioni.Stato, state),
                    (Assegnazioni.Importo, 12500)));

        Assert.Equal(expected, string.Join(',', posting.Entries.Select(entry => $"{entry.Kind} {entry.Amount.Cents}")));
        Assert.All(
            posting.Entries, entry => Assert.Equal((new FundKey("FNPS", 2021), null), (entry.Fund, entry.Beneficiary)));
    }

    [Theory]
    [InlineData(Assegnazioni.Previsto, 12500, "Forecast 12500 almeno triennale saldo 2")]
    [InlineData(Assegnazioni.NonAncoraAssegnato, null, "NotYetAssigned  almeno triennale saldo 2")]
    [InlineData(Assegnazioni.NonAncoraAssegnato, 12500, "NotYetAssigned 12500 almeno triennale saldo 2")]
    [InlineData(Assegnazioni.Assegnato, 12500, "")]
    [InlineData(Assegnazioni.Incassato, 12500, "")]
    public void Build_Assegnazioni_KeepsWhatIsNotGrantedBesideTheMovements(string state, int? amount, string expected)
    {
        Posting posting = Build(Assegnazioni.Schema, Grant(state, amount, "almeno"));

        Assert.Equal(expected, string.Join(',', posting.Memos.Select(memo =>
            $"{memo.Kind} {memo.Amount?.Cents} {memo.Qualifier} {memo.Basis} {memo.Subject} {memo.Rows}")));
        Assert.Equal([new FundKey("FNPS", 2021)], posting.Funds());
    }

    [Fact]
    public void Build_Assegnazioni_SumsOnlyWhatIsEquallySure()
    {
        Posting posting = Build(
            Assegnazioni.Schema,
            Grant(Assegnazioni.Incassato, 100, "almeno"),
            Grant(Assegnazioni.Assegnato, 20, null),
            Grant(Assegnazioni.Assegnato, 3, "almeno"),
            Grant(Assegnazioni.Previsto, 7, "circa"),
            Grant(Assegnazioni.Previsto, 5, "circa"),
            Grant(Assegnazioni.Previsto, 1, null));

        Assert.Equal(
            ["Assigned 20 -", "Assigned 103 almeno", "Cashed 100 almeno"],
            posting.Entries.Select(entry => $"{entry.Kind} {entry.Amount.Cents} {entry.Qualifier ?? "-"}"),
            StringComparer.Ordinal);
        Assert.Equal(
            ["1 - 7", "12 circa 5-6"],
            posting.Memos.Select(memo => $"{memo.Amount!.Value.Cents} {memo.Qualifier ?? "-"} {memo.Rows}"),
            StringComparer.Ordinal);
        Assert.Equal(
            [new KindTotal(EntryKind.Assigned, new Money(123)), new KindTotal(EntryKind.Cashed, new Money(100))],
            posting.Totals);
    }

    [Fact]
    public void Build_Riparto_AllocatesByBodyAndCriterion()
    {
        Posting posting = Build(
            Riparto.Schema,
            Share("019086", "popolazione", 300),
            Share("019021", "popolazione", 100),
            Share("019021", null, 50),
            Share("019021", "popolazione", 20));

        Assert.Equal(
            "019021/- 50 rows 4;019021/popolazione 120 rows 3,5;019086/popolazione 300 rows 2",
            string.Join(
                ';',
                posting.Entries.Select(entry =>
                    $"{entry.Beneficiary}/{entry.Purpose ?? "-"} {entry.Amount.Cents} rows {entry.Rows}")));
        Assert.All(posting.Entries, entry => Assert.Equal(EntryKind.Allocated, entry.Kind));
        Assert.Equal(["019021", "019086"], posting.Bodies, StringComparer.Ordinal);
    }

    [Fact]
    public void Build_SpesaSociale_IsPaidOnOwnMoneyAndContributedByUsers()
    {
        Posting posting = Build(
            SpesaSociale.Schema,
            row =>
                Set(
                    row,
                    (SpesaSociale.Ente, "019021"),
                    (SpesaSociale.Anno, 2020),
                    (SpesaSociale.Area, "ANZIANI"),
                    (SpesaSociale.Importo, 1000),
                    (SpesaSociale.CompartecipazioneUtenti, 0)),
            row =>
                Set(
                    row,
                    (SpesaSociale.Ente, "019021"),
                    (SpesaSociale.Anno, 2020),
                    (SpesaSociale.Area, "MINORI-FAMIGLIA"),
                    (SpesaSociale.Importo, 500)));

        // A contribution of zero was written in the first row: it is known. In the second it is missing.
        Assert.Equal(
            "COM/2020 Paid 019021 ANZIANI 1000;COM/2020 Paid 019021 MINORI-FAMIGLIA 500;COM/2020 Contributed 019021 "
                + "ANZIANI 0",
            string.Join(
                ';',
                posting.Entries.Select(entry =>
                    $"{entry.Fund} {entry.Kind} {entry.Beneficiary} {entry.Purpose} {entry.Amount.Cents}")));
    }

    [Fact]
    public void Build_Rendicontazione_IsCommittedAndPaidWhereItSaysSo()
    {
        Posting posting = Build(
            Rendicontazione.Schema,
            Document("019021", 900, 400),
            Document("019021", 100, null),
            Document("019086", 70, null));

        Assert.Equal(
            "Committed 019021 1000 2-3;Committed 019086 70 4;Paid 019021 400 2",
            string.Join(
                ';',
                posting.Entries.Select(entry => $"{entry.Kind} {entry.Beneficiary} {entry.Amount.Cents} {entry.Rows}"))
        );
        Assert.All(posting.Entries, entry => Assert.Equal("SAD", entry.Purpose));
    }

    [Theory]
    [InlineData("FNA", 2020, null, null, 200, "FNA/2020 Delivered 019021 SAD 200")]
    // No shares: all of it is the fund's.
    [InlineData("FNA", 2020, null, null, null, "FNA/2020 Delivered 019021 SAD 1000")]
    [InlineData(
        "FNA",
        2020,
        300,
        500,
        200,
        "COM/2021 Delivered 019021 SAD 500;COM/2021 Contributed 019021 SAD 300;FNA/2020 Delivered 019021 SAD 200")]
    [InlineData("FNA", 2020, 300, 700, null, "COM/2021 Delivered 019021 SAD 700;COM/2021 Contributed 019021 SAD 300")]
    [InlineData(null, null, null, 1000, null, "COM/2021 Delivered 019021 SAD 1000")]
    [InlineData(null, null, null, 0, null, "COM/2021 Delivered 019021 SAD 0")]
    [InlineData(null, null, null, null, null, "")] // nobody is said to pay
    public void Build_Prestazioni_EachShareWhereItsMoneyComesFrom(
        string? fund, int? year, int? user, int? comune, int? share, string expected)
    {
        Posting posting = Build(Prestazioni.Schema, Service("019021", "SAD", fund, year, user, comune, share));

        Assert.Equal(expected, string.Join(';', posting.Entries.Select(Described)));
        Assert.Equal(["ente-coop-uno"], posting.Bodies, StringComparer.Ordinal);
    }

    [Fact]
    public void Build_Prestazioni_AddsUpByComuneServiceAndFund()
    {
        Posting posting = Build(
            Prestazioni.Schema,
            Service("019021", "SAD", "FNA", 2020, null, null, null),
            Service("019021", "SAD", "FNA", 2020, null, null, null),
            Service("019021", "ADM", "FNA", 2020, null, null, null),
            Service("019086", "SAD", "FNA", 2021, null, null, null));

        Assert.Equal(
            "FNA/2020 Delivered 019021 ADM 1000 rows 4;FNA/2020 Delivered 019021 SAD 2000 rows 2-3;FNA/2021 Delivered "
                + "019086 SAD 1000 rows 5",
            string.Join(';', posting.Entries.Select(entry => $"{Described(entry)} rows {entry.Rows}")));
    }

    [Theory]
    [InlineData(MisuraB2.Finanziata, "FNA/2021 Delivered 019021 Buono 360000")]
    [InlineData(MisuraB2.Chiusa, "FNA/2021 Delivered 019021 Buono 360000")]
    [InlineData("LISTA-ATTESA", "")]
    [InlineData("ESCLUSA", "")]
    public void Build_MisuraB2_DeliversWhatWasFunded(string outcome, string expected)
    {
        Posting posting = Build(
            MisuraB2.Schema,
            row =>
                Set(
                    row,
                    (MisuraB2.CodiceIstat, "019021"),
                    (MisuraB2.Annualita, 2021),
                    (MisuraB2.Strumento, "Buono"),
                    (MisuraB2.Importo, 360000),
                    (MisuraB2.Esito, outcome)));

        Assert.Equal(expected, string.Join(';', posting.Entries.Select(Described)));
        Assert.Equal(["019021"], posting.Bodies, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithoutMovements))]
    public void Build_FlowThatMovesNoMoney_PostsNothingButCountsItsRows(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;
        Posting posting = Build(flow, row => Set(row, [.. flow.Columns.Select(column => (column, (object?)1))]));

        Assert.Equal((1, 0), (posting.Rows, posting.Entries.Count));
    }

    [Fact]
    public void Build_CasiGepi_IsAboutItsComuni()
    {
        Posting posting = Build(
            CasiGepi.Schema,
            row => Set(row, (CasiGepi.CodiceIstat, "019086")),
            row => Set(row, (CasiGepi.CodiceIstat, "019021")));

        Assert.Equal(["019021", "019086"], posting.Bodies, StringComparer.Ordinal);
    }

    [Fact]
    public void Build_AnyRows_ConservesAmountsByKindAndNamesEveryRow()
    {
        Gen<(string Body, int Committed, int? Paid)> document =
            from body in Gen.Elements(Bodies)
            from committed in Gen.Choose(0, 1_000_000_000)
            from paid in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 1_000_000_000).Select(cents => (int?)cents))
            select (body, committed, paid);

        Prop.ForAll(
                document.ArrayOf().ToArbitrary(),
                documents =>
                {
                    Posting posting = Build(
                        Rendicontazione.Schema,
                        [.. documents.Select(one => Document(one.Body, one.Committed, one.Paid))]);

                    Assert.Equal(documents.Sum(one => (long)one.Committed), SumOf(posting, EntryKind.Committed));
                    Assert.Equal(documents.Sum(one => (long)(one.Paid ?? 0)), SumOf(posting, EntryKind.Paid));
                    Assert.Equal(documents.Length, RowSet.Union(posting.Entries.Select(entry => entry.Rows)).Count);
                    Assert.All(posting.Entries, entry => Assert.NotEqual(0, entry.Rows.Count));
                    Assert.Equal(
                        documents.Any(one => one.Paid is not null),
                        posting.Entries.Any(entry => entry.Kind == EntryKind.Paid));
                    Assert.Equal(documents.Length, posting.Rows);
                })
            .QuickCheckThrowOnFailure();
    }

    private static long SumOf(Posting posting, EntryKind kind) =>
        posting.Entries.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount.Cents);

    private static Action<ValidRow> Grant(string state, int? amount, string? qualifier) =>
        row =>
            Set(
                row,
                (Assegnazioni.Fondo, "FNPS"),
                (Assegnazioni.Annualita, 2021),
                (Assegnazioni.Stato, state),
                (Assegnazioni.Importo, amount),
                (Assegnazioni.Qualificatore, qualifier),
                (Assegnazioni.Base, "triennale"),
                (Assegnazioni.Tranche, "saldo"));

    private static Action<ValidRow> Share(string body, string? criterion, long cents) =>
        row =>
            Set(
                row,
                (Riparto.Fondo, "FNPS"),
                (Riparto.Annualita, 2021),
                (Riparto.Ente, body),
                (Riparto.Criterio, criterion),
                (Riparto.Importo, cents));

    private static Action<ValidRow> Document(string body, long committed, long? paid) =>
        row =>
            Set(
                row,
                (Rendicontazione.Fondo, "QSFP"),
                (Rendicontazione.Annualita, 2020),
                (Rendicontazione.Ente, body),
                (Rendicontazione.Intervento, "SAD"),
                (Rendicontazione.Impegnato, committed),
                (Rendicontazione.Liquidato, paid));

    private static Action<ValidRow> Service(
        string comune, string service, string? fund, int? year, int? user, int? ofComune, int? ofFund) =>
        row =>
            Set(
                row,
                (Prestazioni.EnteGestore, "ente-coop-uno"),
                (Prestazioni.CodiceIstat, comune),
                (Prestazioni.Servizio, service),
                (Prestazioni.Fondo, fund),
                (Prestazioni.Annualita, year),
                (Prestazioni.Periodo, "2021-09"),
                (Prestazioni.Importo, 1000),
                (Prestazioni.QuotaUtente, user),
                (Prestazioni.QuotaComune, ofComune),
                (Prestazioni.QuotaFondo, ofFund));

    private static string Described(LedgerEntry entry) =>
        $"{entry.Fund} {entry.Kind} {entry.Beneficiary} {entry.Purpose} {entry.Amount.Cents}";

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
                _ => new CellValue(
                    null,
                    Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
                    HasValue: true),
            };
        }
    }
}
