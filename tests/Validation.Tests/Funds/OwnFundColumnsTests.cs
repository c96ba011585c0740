using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests.Funds;

/// <summary>A budget has the funds of its Ambito as columns, whatever the Ambito calls them.</summary>
public sealed class OwnFundColumnsTests
{
    private static readonly Ambito Ambito = Ambiti.OglioPo with
    {
        Funds =
        [
            new Fund("STATALE", "Fondo statale", FundLevel.Stato, ["F.do Stato"], FundRules.None)
            {
                Catalogue = "FNPS",
            },
            new Fund("FNA-B2", "Misura B2", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNA" },
            new Fund("FNA-B1", "Misura B1", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNA" },
            new Fund("L.328-2000", "Fondo indistinto", FundLevel.Regione, ["Indistinto"], FundRules.None),
            new Fund("ANNO", "Fondo dell'anno", FundLevel.Privati, [], FundRules.None),
        ],
    };

    private static readonly FlowSchema Flow = BilancioAmbito.Schema.In(Ambito);

    [Theory]
    [InlineData("statale", "statale")]
    [InlineData("Fondo Statale", "statale")]
    [InlineData("f.do stato", "statale")]
    [InlineData("fnps", "statale")] // that of the catalogue means the same fund
    [InlineData("FNA-B2", "fna_b2")]
    [InlineData("fna", "fna_b2")]
    [InlineData("fna_b1", "fna_b1")] // a second fund of a kind has its own
    [InlineData("L. 328/2000", "l_328_2000")]
    [InlineData("INDISTINTO", "l_328_2000")]
    [InlineData("anno", "anno")] // a column of the flow stays what it is
    [InlineData("Fondo dell'anno", "fondo_anno")]
    [InlineData("fondo_anno", "fondo_anno")]
    [InlineData("sai", "sai")] // of the catalogue, which holds for all
    [InlineData("Altri fondi", "altri_fondi")]
    [InlineData("Fondo di nessuno", null)]
    public void ColumnOf_NamesOfAFund_LeadToItsColumn(string header, string? column) =>
        Assert.Equal(column, Flow.ColumnOf(header)?.Name);

    [Fact]
    public void In_AnAmbito_AddsColumnsAfterThoseOfTheFlow()
    {
        int before = BilancioAmbito.Schema.Columns.Count;

        Assert.Equal(
            BilancioAmbito.Schema.Columns.Select(column => column.FundCode),
            Flow.Columns.Take(before).Select(column => column.FundCode));
        Assert.Equal(["fna_b1", "l_328_2000", "fondo_anno"], Flow.Columns.Skip(before).Select(column => column.Name));
        Assert.Equal(Enumerable.Range(0, Flow.Columns.Count), Flow.Columns.Select(column => column.Ordinal));
        Assert.All(Flow.Columns.Skip(before), column => Assert.True(column is { Summable: true, IsOwnFund: true }));
        Assert.Same(SpesaSociale.Schema, SpesaSociale.Schema.In(Ambito));
    }

    /// <summary>What is filled in has the funds of the Ambito alone, and is right once it is filled in.</summary>
    [Fact]
    public void ToFillIn_AnAmbito_OffersItsFundsAlone()
    {
        FlowSchema offered = BilancioAmbito.Schema.ToFillIn(Ambito);
        string header = string.Join('|', offered.Columns.Select(column => column.Name));

        Assert.Equal(
            "voce|anno|previsto|statale|fna_b2|fna_b1|l_328_2000|fondo_anno|altri_fondi", header);
        Assert.Equal(Enumerable.Range(0, 9), offered.Columns.Select(column => column.Ordinal));
        Assert.Equal(Outcome.Accepted, Budget(
            header, "SAD|2021|21,00|1,00|2,00|3,00|4,00|5,00|6,00", "TOTALE||21,00|1,00|2,00|3,00|4,00|5,00|6,00")
            .Result.Outcome);
        Assert.Same(SpesaSociale.Schema, SpesaSociale.Schema.ToFillIn(Ambito));
    }

    [Fact]
    public void Validate_OwnFunds_ArePartsOfTheItemAndSummed()
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Budget(
            "voce|anno|previsto|Statale|Indistinto|Misura B1",
            "SAD|2021|60,00|10,00|20,00|30,00",
            "TOTALE||60,00|10,00|20,00|30,00");

        Assert.Equal(Outcome.Accepted, result.Outcome);
        Assert.Equal(
            ["previsto 60.00", "statale 10.00", "fna_b1 30.00", "l_328_2000 20.00"],
            result.Totals.Select(total => $"{total.Column} {total.Amount}"));
        Assert.Equal(3_000, accepted.Rows.Single().Cells["fna_b1"].Number);
    }

    [Fact]
    public void Validate_OneFundUnderTwoNames_IsAColumnTwice() => Assert.Equal(
        ["PZ2003@E1"],
        Budget("voce|anno|previsto|fnps|Fondo statale", "SAD|2021|10,00|10,00|", "TOTALE||10,00|10,00|")
            .Result.Codes());

    /// <summary>Money of a fund that the Ambito does not have is never ignored, be there columns of others or not.
    /// </summary>
    [Theory]
    [InlineData("voce|anno|previsto|fnps|Cariplo bando", "SAD|2021|30,00|10,00|20,00", "PZ2002@E1,PZ4005@C2")]
    [InlineData("voce|anno|previsto|Cariplo bando", "SAD|2021|30,00|30,00", "PZ2002@D1")]
    [InlineData("voce|anno|previsto|Bando uno|Bando due", "SAD|2021|30,00|10,00|20,00", "PZ2002@D1,PZ2002@E1")]
    public void Validate_MoneyOfAnUnknownFund_IsRefusedWithWhatMayBeWritten(string header, string row, string expected)
    {
        ValidationResult result = Budget(header, row, "TOTALE" + row["SAD|2021".Length..].Insert(0, "|")).Result;

        Assert.Equal((Outcome.Refused, expected), (result.Outcome, string.Join(',', result.Codes())));
        Assert.Contains(
            "un fondo dell'Ambito (STATALE, FNA-B2, FNA-B1, L.328-2000, ANNO) oppure «altri_fondi»",
            result.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain('{', result.Problems[0].Message + result.Problems[0].Fix);
    }

    /// <summary>What a column of no fund says besides is ignored, with a warning.</summary>
    [Theory]
    [InlineData("voce|anno|previsto|fnps|Capitolo", "SAD|2021|30,00|30,00|1204")]
    [InlineData("voce|anno|previsto|Note|Capitolo", "SAD|2021|30,00|dal Piano|1204")]
    public void Validate_ColumnWithoutMoney_IsIgnoredWithAWarning(string header, string row)
    {
        ValidationResult result = Budget(header, row, "TOTALE||30,00||").Result;

        Assert.Equal(Outcome.AcceptedWithWarnings, result.Outcome);
        Assert.All(result.Problems, problem => Assert.Equal("PZ2002", problem.Code));
    }

    /// <summary>The advice of a refusal, followed, is accepted.</summary>
    [Fact]
    public void Validate_OnlyWhatIsForeseen_IsAcceptedWhereNoFundHasAColumn()
    {
        ValidationResult divided = Budget("voce|anno|previsto|fnps", "SAD|2021|30,00|", "TOTALE||30,00|").Result;
        ValidationResult alone = Budget("voce|anno|previsto", "SAD|2021|30,00", "TOTALE||30,00").Result;
        ValidationResult others =
            Budget("voce|anno|previsto|fnps|altri_fondi", "SAD|2021|30,00||30,00", "TOTALE||30,00||30,00").Result;

        Assert.Equal(["PZ4005@C2"], divided.Codes());
        Assert.EndsWith(
            "togliere dal file tutte le colonne dei fondi.", divided.Problems[0].Fix, StringComparison.Ordinal);
        Assert.Equal((Outcome.Accepted, Outcome.Accepted), (alone.Outcome, others.Outcome));
    }

    [Fact]
    public void Validate_ForecastOfThreeYears_IsOfTheYearOfTheFileAndTheTwoAfter()
    {
        ValidationResult result = Budget(
            "voce|anno|previsto",
            "SAD|2021|1,00", "SAD|2022|2,00", "TOTALE 2021-2022||3,00", "SAD|2023|3,00", "TOTALE||6,00").Result;
        ValidationResult outside = Budget(
            "voce|anno|previsto", "SAD|2020|1,00", "SAD|2024|2,00", "TOTALE||3,00").Result;

        Assert.Equal(Outcome.Accepted, result.Outcome);
        Assert.Equal(["PZ4009@B2", "PZ4009@B3"], outside.Codes());
        Assert.Equal("2021, 2022, 2023", outside.Problems[0].Expected);
        Assert.Contains(
            "inviato per il 2021 (vi si prevede fino al 2023)", outside.Problems[0].Message, StringComparison.Ordinal);
    }

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Budget(
        string header, params string[] rows) =>
        Check.File(BilancioAmbito.Schema, Ambito, "ente-udp", "2021", ArrayRows.Of(header, rows));
}
