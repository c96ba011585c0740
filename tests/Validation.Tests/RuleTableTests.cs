using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>One fault at a time: which rule answers, and where.</summary>
public sealed class RuleTableTests
{
    private const string LongText =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [MemberData(nameof(FlowSample.Codes), MemberType = typeof(FlowSample))]
    public void Validate_ExamplesOfEveryFlow_Accepted(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;

        (ValidationResult result, Check.AcceptedCells accepted) =
            Check.File(flow, flow.SamplePeriod, FlowSample.Header(flow), FlowSample.Rows(flow));

        Assert.Empty(result.Codes());
        Assert.Equal((Outcome.Accepted, new RowCounts(1, 1, 0, 0)), (result.Outcome, result.Rows));
        Assert.Equal(
            flow.Columns.Where(column => column.Example.Length > 0).Select(column => column.Name),
            accepted.Rows.Single().Cells.Where(cell => cell.Value.HasValue).Select(cell => cell.Key),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Validate_UnitsOfAYear_Accepted() =>
        Assert.Empty(Check.File(UnitaOfferta.Schema, "2021", UnitaHeader, UnitaRow).Result.Codes());

    [Theory]
    [InlineData("annualita", "", "PZ3001@C2")]
    [InlineData("impegnato", "-", "PZ3001@L2")]
    [InlineData("impegnato", "€ -", "PZ3001@L2")]
    [InlineData("impegnato", "3 11.920,00", "PZ3002@L2")]
    [InlineData("impegnato", "n.l", "PZ3002@L2")]
    [InlineData("impegnato", "I I/2023", "PZ3002@L2")]
    [InlineData("impegnato", "1.250,005", "PZ3002@L2")]
    [InlineData("impegnato", "€ 568.781 € 0", "PZ3005@L2")]
    [InlineData("data_documento", "31/02/2021", "PZ3006@J2")]
    [InlineData("data_documento", "30/06/21", "PZ3006@J2")]
    [InlineData("data_documento", "giugno", "PZ3006@J2")]
    [InlineData("area", "ANZIANISSIMI", "PZ3007@E2")]
    [InlineData("fondo", "FPNS", "PZ3007@B2")]
    [InlineData("liquidato", "-50,00", "PZ3008@M2")]
    [InlineData("annualita", "1921", "PZ3008@C2")]
    [InlineData("annualita", "21", "PZ3009@C2")]
    [InlineData("annualita", "2.021", "PZ3009@C2")]
    [InlineData("data_documento", "30/06/1921", "PZ3008@J2")]
    [InlineData("ente", "Milano", "PZ3010@A2")]
    [InlineData("ente", "015146", "PZ3010@A2")]
    [InlineData("ente", "Rivarolo", "PZ3011@A2")]
    [InlineData("cup", "G11B2100456000", "PZ3012@F2")]
    [InlineData("cup", "11GB21004560006", "PZ3012@F2")]
    [InlineData("cig", "8745961A3", "PZ3013@G2")]
    [InlineData("cig", "874596GA3B", "PZ3013@G2")]
    [InlineData("fornitore_piva", "01234567890", "PZ3014@H2")]
    [InlineData("fornitore_piva", "1234567897", "PZ3014@H2")]
    [InlineData("documento", LongText + LongText + "a", "PZ3015@I2")]
    [InlineData("note", "=1+1", "PZ3016@N2")]
    [InlineData("note", "@SUM(A1)", "PZ3016@N2")]
    [InlineData("note", "+cmd", "PZ3016@N2")]
    [InlineData("note", "a\u0007b", "PZ3016@N2")]
    [InlineData("liquidato", "1.250,01", "PZ4007@M2")]
    [InlineData("data_pagamento", "29/06/2021", "PZ4008@K2")]
    public void Validate_OneFault_RefusedByItsRule(string column, string value, string expected)
    {
        string row = RendicontazioneRow.With(RendicontazioneHeader, column, value);

        (ValidationResult result, _) = Check.File(Rendicontazione.Schema, "2021-T1", RendicontazioneHeader, row);

        Assert.Equal([expected], result.Codes());
        Assert.Equal(Outcome.Refused, result.Outcome);
        Assert.Equal(new RowCounts(1, 0, 0, 1), result.Rows);
        Assert.Equal(column, result.Problems[0].Column);
    }

    [Theory]
    [InlineData("cup", "g11b21004560006", "G11B21004560006")]
    [InlineData("cig", "ZBD1B2C3D4", "ZBD1B2C3D4")]
    [InlineData("cig", "B0123456AF", "B0123456AF")]
    [InlineData("fornitore_piva", "IT01234567897", "01234567897")]
    [InlineData("fondo", "fondo povertà", "QSFP")]
    [InlineData("area", "EMARGINAZIONE-POVERTA'", "EMARGINAZIONE-POVERTA")]
    [InlineData("area", "minori famiglia", "MINORI-FAMIGLIA")]
    [InlineData("area", "COMPARTICIP. SPESA SOCIO-SAN.", "COMPARTECIPAZIONE-SOCIOSANITARIA")]
    [InlineData("area", "SERVIZI SOCIALI", "SERVIZI-SOCIALI")]
    [InlineData("ente", "Ente-ConCass", "ente-concass")]
    public void Validate_OtherSpelling_CanonicalForm(string column, string value, string expected)
    {
        string row = RendicontazioneRow.With(RendicontazioneHeader, column, value);

        (ValidationResult result, Check.AcceptedCells accepted) =
            Check.File(Rendicontazione.Schema, "2021-T1", RendicontazioneHeader, row);

        Assert.Empty(result.Codes());
        Assert.Equal(expected, accepted.Rows.Single().Cells[column].Text);
    }

    [Theory]
    [InlineData("31/12/2021")]
    [InlineData("31-12-2021")]
    [InlineData("2021-12-31")]
    [InlineData("44561")]
    public void Validate_DateForms_SameDay(string written)
    {
        string row = RendicontazioneRow.With(RendicontazioneHeader, "data_pagamento", written);

        (_, Check.AcceptedCells accepted) = Check.File(Rendicontazione.Schema, "2021", RendicontazioneHeader, row);

        Assert.Equal(new DateOnly(2021, 12, 31).DayNumber, accepted.Rows.Single().Cells["data_pagamento"].Number);
    }

    [Theory]
    [InlineData("popolazione", PopolazioneHeader, "019021|2021|7554|7573|15128", "PZ4005@E2")]
    [InlineData("popolazione", PopolazioneHeader, "019021|2020|7554|7573|15127", "PZ4009@B2")]
    [InlineData("popolazione", PopolazioneHeader, "019021|2021|7554|7573,5|15127", "PZ3002@D2")]
    [InlineData("spesa-sociale", SpesaHeader, "019021|2020|ANZIANI|Pasti|10,00|1", "PZ4009@B2")]
    [InlineData("assegnazioni", AssegnazioniHeader, "FNPS|2021|DGR|19/04/2021||assegnato|", "PZ3001@E2")]
    [InlineData("assegnazioni", AssegnazioniHeader, "FNPS|2021|DGR|19/04/2021|0,00|non ancora assegnato|", "PZ3007@F2")]
    [InlineData("assegnazioni", AssegnazioniHeader, "FNPS|2021|DGR|19/04/2021|10,00|incassato|18/04/2021", "PZ4008@G2")]
    public void Validate_OneFaultOfAFlow_RefusedByItsRule(string flow, string header, string row, string expected)
    {
        (ValidationResult result, _) = Check.File(FlowCatalogue.Find(flow)!, "2021", header, row);

        Assert.Equal([expected], result.Codes());
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Validate_NotYetAssignedWithoutAmount_AcceptedWithoutTotal()
    {
        (ValidationResult result, _) = Check.File(
            Assegnazioni.Schema, "2021", AssegnazioniHeader, "FNPS|2021|||-|NON ANCORA ASSEGNATO|");

        Assert.Equal(Outcome.Accepted, result.Outcome);
        Assert.Empty(result.Totals);
    }

    [Theory]
    [InlineData(
        "spesa-sociale",
        SpesaHeader,
        "019021|2021|ANZIANI|Pasti|10,00|1",
        "19021|2021|ANZIANI|Altro|10,00|1",
        "PZ3009@A3")]
    [InlineData("rendicontazione", RendicontazioneHeader, RendicontazioneRow, RendicontazioneRow, "PZ4003@3")]
    public void Validate_WarningOnly_AcceptedWithWarnings(
        string flow, string header, string first, string second, string expected)
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Check.File(
            FlowCatalogue.Find(flow)!, "2021", header, first, second);

        Assert.Equal([expected], result.Codes());
        Assert.Equal(Outcome.AcceptedWithWarnings, result.Outcome);
        Assert.Equal(new RowCounts(2, 2, 1, 0), result.Rows);
        Assert.All(accepted.Rows, row => Assert.Equal("019021", row.Cells["ente"].Text));
    }

    [Fact]
    public void Validate_InterventionNotOnTheFundsList_WarnsWithTheNearest()
    {
        string row = RendicontazioneRow.With(RendicontazioneHeader, "intervento", "Pronto intervento");

        (ValidationResult result, _) = Check.File(Rendicontazione.Schema, "2021", RendicontazioneHeader, row);

        Assert.Equal(["PZ4011@D2"], result.Codes());
        Assert.Equal(Outcome.AcceptedWithWarnings, result.Outcome);
        Assert.Equal("Pronto intervento sociale", result.Problems[0].Expected);
    }

    [Theory]
    [InlineData(2021, null, "")]
    [InlineData(2019, 2020, "PZ4011@D2")]
    [InlineData(2017, 2019, "")]
    public void Validate_Intervention_IsJudgedByTheListOfItsFundYear(int from, int? to, string expected)
    {
        Fund[] funds =
        [
            .. Ambiti.OglioPo.Funds.Select(fund =>
                fund.Code != "QSFP"
                    ? fund
                    : fund with
                    {
                        Rules = new RulesByYear([
                            new RulesOfYears(new YearSpan(from, to), new FundRules([], null, ["Sostegni"])),
                        ]),
                    }),
        ];

        // The row is of fund year 2020.
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema,
            Ambiti.OglioPo with
            {
                Funds = funds,
            },
            "ente-udp",
            "2021",
            ArrayRows.Of(RendicontazioneHeader, [RendicontazioneRow]));

        Assert.Equal(expected, string.Join(',', result.Codes()));
    }

    [Fact]
    public void Validate_SameKeyTwice_NamesTheFirstRow()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", PopolazioneHeader, PopolazioneRow, "Casalmaggiore|2021|1|1|2");

        Assert.Equal(["PZ4004@3"], result.Codes());
        Assert.Contains("riga 2", result.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_KeyThatCannotBeRead_IsNoDuplicate()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema,
            "2021",
            PopolazioneHeader,
            "Milano|2021|1|1|2",
            "Milano|2021|1|1|2",
            "|2021|1|1|2",
            "|2021|1|1|2");

        Assert.Equal(["PZ3001@A4", "PZ3001@A5", "PZ3010@A2", "PZ3010@A3"], result.Codes());
    }

    [Theory]
    [InlineData("019021|2021|7554|7573|15127|9", "PZ4001@2")]
    [InlineData("019021|2021|7554|7573", "PZ4002@2")]
    public void Validate_WrongNumberOfCells_OneProblemForTheRow(string row, string expected)
    {
        (ValidationResult result, _) = Check.File(Popolazione.Schema, "2021", PopolazioneHeader, row);

        Assert.Equal([expected], result.Codes());
        Assert.Equal(new RowCounts(1, 0, 0, 1), result.Rows);
    }

    [Fact]
    public void Validate_HeaderOnly_RefusedUnlessDeclaredNil()
    {
        (ValidationResult silent, _) = Check.File(Popolazione.Schema, "2021", PopolazioneHeader);
        (ValidationResult nil, _) = Check.File(
            Popolazione.Schema, Ambiti.OglioPo, "ente-udp", "2021", ArrayRows.Of(PopolazioneHeader), nil: true);

        Assert.Equal(["PZ1014"], silent.Codes());
        Assert.Equal(Outcome.Refused, silent.Outcome);
        Assert.Equal(Outcome.Accepted, nil.Outcome);
        Assert.Equal(new RowCounts(0, 0, 0, 0), nil.Rows);
    }

    [Fact]
    public void Validate_NilReturnWithRows_RowsCount()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema,
            Ambiti.OglioPo,
            "ente-udp",
            "2021",
            ArrayRows.Of(PopolazioneHeader, PopolazioneRow),
            nil: true);

        Assert.Equal((Outcome.Accepted, 1), (result.Outcome, result.Rows.Accepted));
    }

    [Theory]
    [InlineData("ente-udp", "020066", null)]
    [InlineData("ente-lead", "020066", null)]
    [InlineData("ente-concass", "019021", null)]
    [InlineData("ente-concass", "020066", "PZ4010@A2")]
    [InlineData("019021", "019021", null)]
    [InlineData("019021", "019009", "PZ4010@A2")]
    [InlineData("ente-coop-uno", "019021", "PZ4010@A2")]
    public void Validate_BodyOfTheRow_MustBeInTheSendersScope(string sender, string body, string? expected)
    {
        (ValidationResult result, _) = Check.File(
            SpesaSociale.Schema,
            Ambiti.OglioPo,
            sender,
            "2021",
            ArrayRows.Of(SpesaHeader, SpesaRow.With(SpesaHeader, "ente", body)));

        Assert.Equal(expected is null ? [] : [expected], result.Codes());
    }

    // Two faults in one cell, or in cells that a rule needs together: the smaller code answers, once for each cell.
    [Theory]
    [InlineData("impegnato", "-1.250,005", "PZ3002@L2")]
    [InlineData("annualita", "21,5", "PZ3009@C2")]
    [InlineData("note", "=" + LongText + LongText + LongText + LongText + LongText, "PZ3015@N2")]
    [InlineData("data_pagamento", "31/06/2020", "PZ3006@K2")]
    [InlineData("data_pagamento", "01/01/1999", "PZ3008@K2")]
    public void Validate_TwoFaultsInOneCell_TheFirstByNumber(string column, string value, string expected)
    {
        string row = RendicontazioneRow.With(RendicontazioneHeader, column, value);

        (ValidationResult result, _) = Check.File(Rendicontazione.Schema, "2021", RendicontazioneHeader, row);

        Assert.Equal(
            [expected], result.Codes().Where(code => code.EndsWith(expected[6..], StringComparison.Ordinal)).ToArray());
    }

    [Fact]
    public void Validate_SourceThatFails_RefusedWithItsProblem()
    {
        Problem failure = new(
            "PZ1005", Severity.Error, null, null, null, null, "Troppe righe.", "Dividere il file.", null);
        ArrayRows source = new(PopolazioneHeader.Split('|'), [PopolazioneRow.Split('|')]) { Failure = failure };

        (ValidationResult result, _) = Check.File(Popolazione.Schema, Ambiti.OglioPo, "ente-udp", "2021", source);

        Assert.Equal(["PZ1005"], result.Codes());
        Assert.Equal(Outcome.Refused, result.Outcome);
        Assert.Equal(1, result.Rows.Read);
    }

    [Fact]
    public void Validate_MoreProblemsThanAReceiptLists_EveryCodeIsSeenAndAllAreCounted()
    {
        string bad = SpesaRow.With(SpesaHeader, "importo", "boh");
        string[] rows = [.. Enumerable.Repeat(bad, 1500), SpesaRow.With(SpesaHeader, "area", "LUNA"), "TOTALE|||||99"];

        (ValidationResult result, _) = Check.File(SpesaSociale.Schema, "2021", SpesaHeader, rows);

        Assert.Equal(Receipt.MaxProblems, result.Problems.Count);
        Assert.Equal(1500, result.ProblemCounts["PZ3002"]);
        Assert.Equal(
            result.ProblemCounts.Keys,
            result.Problems.Select(problem => problem.Code).Distinct(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Contains(result.Problems, problem => problem is { Code: "PZ5001", Cell: "F1503" });
    }
}
