using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>TOTALE rows, with the figures and the mistakes that the plans print.</summary>
public sealed class ControlTotalTests
{
    // Oglio Po, residents at 1 January 2021: code, males, females.
    private const string OglioPo2021 =
        "020007 1939 2043,019009 598 561,019021 7554 7573,019023 301 270,019031 590 555,020020 533 558,020022 1637 "
            + "1673,020025 1047 1081,"
        + "019052 1304 1322,020031 3142 3201,019057 1044 1022,019061 415 406,019116 1949 1976,020043 799 845,019083 "
            + "928 903,020050 1214 1231,"
        + "020054 2046 2087,019090 931 973,020059 808 835,019091 196 197,019092 650 660,019096 452 448,019101 299 "
            + "299,019106 244 191,"
        + "019108 286 281,020066 9745 9802,019115 172 165";

    private static IEnumerable<string> Residents =>
        OglioPo2021
            .Split(',')
            .Select(one => one.Split(' '))
            .Select(one =>
                FormattableString.Invariant(
                    $"{one[0]}|2021|{one[1]}|{one[2]}|{int.Parse(one[1], Invariant) + int.Parse(one[2], Invariant)}"));

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    [Fact]
    public void Compare_OglioPoMalesWithSwappedDigits_DeclaredComputedAndDifference()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", PopolazioneHeader, [.. Residents, "TOTALE||40832|41158|81981"]);

        Assert.Equal(["PZ5001@C29"], result.Codes());
        Assert.Contains(
            "dichiarato 40.832, calcolato 40.823, differenza 9", result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(
            [
                new CheckTotal(29, "maschi", "40832", "40823", "9"),
                new CheckTotal(29, "femmine", "41158", "41158", "0"),
                new CheckTotal(29, "totale", "81981", "81981", "0"),
            ],
            result.CheckTotals);
        Assert.Equal(new RowCounts(27, 27, 0, 0), result.Rows);
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Compare_OglioPoRight_AcceptedWithItsTotals()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", PopolazioneHeader, [.. Residents, "Totale di Ambito||40823|41158|81.981"]);

        Assert.Equal(["PZ3004@E29"], result.Codes());
        Assert.Equal(
            [
                new ColumnTotal("maschi", null, "40823"),
                new ColumnTotal("femmine", null, "41158"),
                new ColumnTotal("totale", null, "81981"),
            ],
            result.Totals);
    }

    [Theory]
    [InlineData(
        "2.183.318,61",
        "379.132,22 622.875,39 283.175,00 0,00 39.723,00 67.825,00 184.000,00 487.121,00 0,00 119.467,00")]
    [InlineData(
        "3.211.281,72",
        "397.090,00 749.012,00 296.041,15 124.783,00 324.599,00 100.608,33 94.441,00 941.800,90 63.439,34 119.467,00")]
    [InlineData(
        "2.244.241,48", "566.334,15 628.534,52 386.506,50 0,00 403.681,50 139.717,81 0,00 0,00 0,00 119.467,00")]
    public void Compare_PaviaBudgetByFund_AddsUp(string total, string amounts)
    {
        (ValidationResult result, _) = PaviaBudget(total, amounts.Split(' '));

        Assert.Empty(result.Codes());
        CheckTotal compared = Assert.Single(result.CheckTotals);
        Assert.Equal("0.00", compared.Difference);
        Assert.Equal(compared.Declared, compared.Computed);
        Assert.Equal(10, result.Totals.Count);
    }

    [Fact]
    public void Compare_PaviaCellWithTwoValues_RefusedWithoutAFalseAlarmOnTheTotal()
    {
        string[] amounts =
        [
            "396.710,72",
            "620.502,75",
            "227.316,00",
            "0,00",
            "57.960,00",
            "90.991,52",
            "0,00",
            "€ 568.781 € 0",
            "63.439,34",
            "119.467,00",
        ];

        (ValidationResult result, _) = PaviaBudget("1.576.387,33", amounts);

        Assert.Equal(["PZ3005@E9"], result.Codes());
        Assert.Equal("€ 568.781 € 0", result.Problems[0].Value);
        Assert.Empty(result.CheckTotals);
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Compare_SectionsAndGrandTotal_EachWithItsRows()
    {
        (ValidationResult result, _) = Spending(
            "ANZIANI|a|10,00",
            "ANZIANI|b|20,00",
            "TOTALE AREA||30,00",
            "DISABILI|a|5,00",
            "Totale di Area||5,00",
            "TOTALE GENERALE||35,00");

        Assert.Empty(result.Codes());
        Assert.Equal(["30.00", "5.00", "35.00"], result.CheckTotals.Select(total => total.Computed).ToArray());
        Assert.Equal(3, result.Rows.Read);
    }

    [Fact]
    public void Compare_LastTotalOfAllRowsWithoutSayingSo_IsUnderstood()
    {
        (ValidationResult result, _) = Spending("ANZIANI|a|10,00", "Totale||10,00", "DISABILI|a|5,00", "TOTALE||15,00");

        Assert.Empty(result.Codes());
    }

    [Theory]
    [InlineData("TOTALE COMPLESSIVO||36,00", "36.00", "35.00", "1.00")]
    [InlineData("totale||6,00", "6.00", "5.00", "1.00")]
    public void Compare_WrongTotal_AgainstTheRowsItsLabelMeans(
        string total, string declared, string computed, string difference)
    {
        (ValidationResult result, _) = Spending("ANZIANI|a|30,00", "Totale||30,00", "DISABILI|a|5,00", total);

        Assert.Equal(["PZ5001@D5"], result.Codes());
        Assert.Equal(new CheckTotal(5, "importo", declared, computed, difference), result.CheckTotals[1]);
    }

    [Fact]
    public void Compare_TotalOfACell_ThatCannotBeRead_IsTold()
    {
        (ValidationResult result, _) = Spending("ANZIANI|a|30,00", "Totale||trenta");

        Assert.Equal(["PZ3002@D3"], result.Codes());
        Assert.Empty(result.CheckTotals);
    }

    [Fact]
    public void Compare_ShortTotalRow_MissingCellsAreNotCompared()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", PopolazioneHeader, "019021|2021|7554|7573|15127", "TOTALE||7554");

        Assert.Empty(result.Codes());
        Assert.Equal(["maschi"], result.CheckTotals.Select(total => total.Column).ToArray());
    }

    [Theory]
    [InlineData("31,00", null)]
    [InlineData("31,01", "PZ5001@D3")]
    public void Compare_DifferenceUpToTheToleranceOfTheAmbito_IsNotAProblem(string total, string? expected)
    {
        Ambito tolerant = Ambiti.OglioPo with
        {
            Flows = [new FlowSettings("spesa-sociale", null, Money.FromEuro(1m), null)],
        };

        (ValidationResult result, _) = Check.File(
            SpesaSociale.Schema,
            tolerant,
            "ente-udp",
            "2021",
            ArrayRows.Of("ente|anno|area|importo", "019021|2021|ANZIANI|30,00", $"TOTALE|||{total}"));

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
        Assert.Single(result.CheckTotals);
    }

    [Fact]
    public void Compare_RowThatCouldNotBeRead_NoFalseAlarmInItsSectionOnly()
    {
        (ValidationResult result, _) = Check.File(
            SpesaSociale.Schema,
            "2021",
            "ente|anno|area|importo",
            "019021|2021|ANZIANI",
            "TOTALE|||30,00",
            "019021|2021|DISABILI|5,00",
            "TOTALE|||6,00",
            "TOTALE GENERALE|||99,00");

        Assert.Equal(["PZ4002@2", "PZ5001@D5"], result.Codes());
    }

    [Fact]
    public void Compare_OnlyTotalRows_NoData()
    {
        (ValidationResult result, _) = Spending("TOTALE||0,00");

        Assert.Equal(["PZ1014"], result.Codes());
    }

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Spending(params string[] rows) => Check.File(
        SpesaSociale.Schema, "2021", "ente|anno|area|importo|voce",
        rows.Select(row => row.Split('|')).Select(row => row[0].StartsWith("tot", StringComparison.OrdinalIgnoreCase)
            ? $"{row[0]}|||{row[2]}|"
            : $"019021|2021|{row[0]}|{row[2]}|{row[1]}"));

    private static (ValidationResult Result, Check.AcceptedCells Accepted) PaviaBudget(string total, string[] amounts)
    {
        string[] funds =
        [
            "FNPS",
            "FSR",
            "FNA",
            "Interventi per la famiglia",
            "Politiche abitative",
            "Dopo di noi - L. 112",
            "PON SIA / REI/PAIS*",
            "Fondo povertà",
            "Fondo povertà estreme",
            "Trasferimenti Comuni del Consorzio",
        ];
        IEnumerable<string> rows = funds.Zip(
            amounts, (fund, amount) => $"{fund}|2021|Piano di Zona||{amount}|assegnato|");
        return Check.File(
            Assegnazioni.Schema,
            Ambiti.Pavia,
            "ente-udp",
            "2021",
            ArrayRows.Of(AssegnazioniHeader, [.. rows, $"Totale||||{total}||"]));
    }
}
