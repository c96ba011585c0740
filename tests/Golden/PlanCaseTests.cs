using System.Globalization;
using PianoZona.Allocation;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Uploads;

namespace PianoZona.Golden.Tests;

/// <summary>The figures of the numbered cases, beyond what their receipts say.</summary>
public sealed class PlanCaseTests
{
    private const string Patti = "ente-concass/spesa-sociale/2020/o08-patti.csv";
    private const string PaviaPopulation = "ente-udp-pavia/popolazione/2021/02-popolazione-2021-corretta.csv";

    /// <summary>O1: 311.920,00 instead of 11.920,00 would be 300.000,00 too much.</summary>
    [Fact]
    public async Task Figures_SpacedNumber_IsNeverThreeHundredThousand()
    {
        Examination found = await PlanCases.ExamineAsync("ente-concass/spesa-sociale/2019/o01-pasti-3-11920.csv");

        Assert.Equal(
            ("PZ3002", "F3", "3 11.920,00"),
            (found.Verdict.Problems[0].Code, found.Verdict.Problems[0].Cell, found.Verdict.Problems[0].Value));
        Assert.Equal("280964.00", Assert.Single(found.Verdict.Totals).Amount); // 292.884,00 without 11.920,00
    }

    /// <summary>O4.</summary>
    [Fact]
    public async Task Figures_SubAmbitiOfOglioPo_AreThePartialTotals() =>
        Assert.Equal(
            ["46266 46266 0", "35715 35715 0", "81981 81981 0"],
            await CheckTotalsAsync("ente-udp/popolazione/2021/o04-sub-ambiti.csv"));

    /// <summary>O7.</summary>
    [Fact]
    public async Task Figures_NotMeasured_IsNotZero() =>
        Assert.Equal(
            [18m, 13m, null],
            (await PlanCases.RowsAsync("ente-concass/indicatori/2021-S2/o07-puc.csv")).Select(row =>
                row.Measure("valore")));

    /// <summary>O8: means over those that were funded, not over those that asked.</summary>
    [Fact]
    public async Task Figures_MisuraB2_MeansAndRequestsWithoutFunds()
    {
        IReadOnlyList<ValidCells> before = await PlanCases.RowsAsync("ente-concass/misura-b2/2020-T4/o08-b2-2020.csv");
        IReadOnlyList<ValidCells> after = await PlanCases.RowsAsync("ente-concass/misura-b2/2021-T3/o08-b2-2021.csv");
        ValidCells patti = Assert.Single(await PlanCases.RowsAsync(Patti));

        Assert.Equal((49, 56, 8), (before.Count, after.Count, after.Count(row => row.Text("esito") == "LISTA-ATTESA")));
        Assert.Equal((2_285.35m, 1_986.17m), (Mean(before), Mean(after)));
        Assert.Equal(979.88m, Round(patti.Integer("importo") / 100m / patti.Integer("utenti")));

        static decimal Mean(IEnumerable<ValidCells> rows) =>
            Round(rows.Where(row => row.Cells.ContainsKey("importo")).Average(row => row.Integer("importo") / 100m));
    }

    /// <summary>O12: the figures land on the merged Comune.</summary>
    [Fact]
    public async Task Figures_Piadena_IsPiadenaDrizzona() =>
        Assert.Equal(
            "019116",
            Assert.Single(await PlanCases.RowsAsync("ente-concass/spesa-sociale/2022/o12-piadena.csv")).Text("ente"));

    /// <summary>G4, G5.</summary>
    [Fact]
    public async Task Figures_SpendingOfPavia_VariesAndIsSharedAsInThePlan()
    {
        decimal[] totals = [await TotalAsync(2018), await TotalAsync(2019), await TotalAsync(2020)];
        IReadOnlyList<ValidCells> rows = await PlanCases.RowsAsync(
            "ente-csp/spesa-sociale/2020/spesa-sociale-2020.csv");

        Assert.Equal(
            [-5.97m, -3.79m], [Percent(totals[1] - totals[0], totals[0]), Percent(totals[2] - totals[1], totals[1])]);
        Assert.Equal(
            [
                "MINORI-FAMIGLIA 34.69",
                "COMPARTECIPAZIONE-SOCIOSANITARIA 20.18",
                "SERVIZI-SOCIALI 15.28",
                "DISABILI 10.26",
                "ANZIANI 9.84",
            ],
            rows.OrderByDescending(row => row.Integer("importo"))
                .Take(5)
                .Select(row =>
                    FormattableString.Invariant(
                        $"{row.Text("area")} {Percent(row.Integer("importo") / 100m, totals[2])}")),
            StringComparer.Ordinal);

        static async Task<decimal> TotalAsync(int year)
        {
            string file = FormattableString.Invariant($"ente-csp/spesa-sociale/{year}/spesa-sociale-{year}.csv");
            return (await PlanCases.RowsAsync(file)).Sum(row => row.Integer("importo")) / 100m;
        }
    }

    /// <summary>G7: n × (investment + 3 × yearly cost).</summary>
    [Fact]
    public async Task Figures_PnrrUnitCosts_GiveTheSevenTotals() =>
        Assert.Equal(
            [
                "13959000.00",
                "51660000.00",
                "10890000.00",
                "7140000.00",
                "84370000.00",
                "42600000.00",
                "65400000.00",
                "276019000.00",
            ],
            (await PlanCases.ExamineAsync("ente-csp/prestazioni/2022-02/g07-pnrr.csv"))
                .Verdict.CheckTotals.Where(total => total.Column == "importo" && total.Difference == "0.00")
                .Select(total => total.Computed),
            StringComparer.Ordinal);

    /// <summary>G9, G12.</summary>
    [Fact]
    public async Task Figures_PopulationOfPavia_SizesAndSocialWorkers()
    {
        IReadOnlyList<ValidCells> rows = await PlanCases.RowsAsync(PaviaPopulation);
        long[] small =
        [
            .. rows.Where(row => row.Text("codice_istat") != "018110").Select(row => row.Integer("totale")),
        ];
        decimal workers = rows.Sum(row => row.Integer("totale")) / 5_000m;

        Assert.Equal(
            (2, 3, 4, 2),
            (
                small.Count(size => size > 6000),
                small.Count(size => size is > 3000 and <= 5000),
                small.Count(size => size is > 1000 and <= 3000),
                small.Count(size => size < 1000)));
        Assert.Equal((20.88m, 21m), (Round(workers), Math.Ceiling(workers)));
    }

    /// <summary>G11: 23.957,575 is a tie at the cent; a reader that truncates fails.</summary>
    [Theory]
    [InlineData(2017, "23090.35")]
    [InlineData(2019, "23957.58")]
    public async Task Figures_IncomesOfPavia_HaveTheMeansOfThePlan(int year, string mean)
    {
        IReadOnlyList<ValidCells> rows = await PlanCases.RowsAsync(
            FormattableString.Invariant($"ente-udp-pavia/indicatori/{year}-S2/g11-redditi-{year}.csv"));

        Assert.Equal(12, rows.Count);
        Assert.Equal(
            decimal.Parse(mean, CultureInfo.InvariantCulture),
            Round(rows.Average(row => row.Measure("valore")!.Value)));
    }

    /// <summary>G13: half of the two are on time.</summary>
    [Theory]
    [InlineData("ricevuto=2021-09-24", Outcome.Accepted)]
    [InlineData("ricevuto=2021-09-25", Outcome.AcceptedWithWarnings)]
    public async Task Figures_TenDaysFromTheEvent_AreOnTime(string received, Outcome expected) =>
        Assert.Equal(
            expected,
            (await PlanCases.ExamineAsync("ente-csp/unita-offerta/2021-09-14/g13-variazione.csv", received))
                .Verdict
                .Outcome);

    /// <summary>G14.</summary>
    [Fact]
    public async Task Figures_ObjectivesOfPavia_MeanWithoutTheOneNotMeasured()
    {
        IReadOnlyList<ValidCells> rows = await PlanCases.RowsAsync(
            "ente-udp-pavia/indicatori/2020-S2/g14-obiettivi.csv");

        Assert.Equal((93.4m, 94.29m), (Mean("Grado di raggiungimento"), Mean("Risorse stanziate e impegnate")));

        decimal Mean(string indicator) =>
            Round(rows.Where(row => row.Text("indicatore") == indicator).Average(row => row.Measure("valore"))!.Value);
    }

    /// <summary>G15.</summary>
    [Fact]
    public async Task Figures_PlacesOfPavia_AreInOrderAndInProportion()
    {
        IReadOnlyList<ValidCells> rows = await PlanCases.RowsAsync("ente-csp/unita-offerta/2021/g15-posti.csv");
        (ValidCells rsa, ValidCells cdi) = (rows[0], rows[1]);

        Assert.Equal(96m, decimal.Round(Percent(rsa.Integer("posti_accreditati"), rsa.Integer("posti_autorizzati"))));
        Assert.Equal(
            91.3m, decimal.Round(Percent(rsa.Integer("posti_contrattualizzati"), rsa.Integer("posti_accreditati")), 1));
        Assert.Equal(
            82m, decimal.Round(Percent(cdi.Integer("posti_contrattualizzati"), cdi.Integer("posti_accreditati"))));
    }

    /// <summary>G16.</summary>
    [Fact]
    public async Task Figures_NameVariantsOfPavia_AreItsTwelveComuni() =>
        Assert.Equal(
            [
                "018091",
                "018091",
                "018091",
                "018091",
                "018179",
                "018179",
                "018179",
                "018162",
                "018162",
                "018189",
                "018030",
                "018137",
                "018159",
                "018159",
                "018110",
                "018135",
                "018041",
                "018151",
                "018190",
            ],
            (await PlanCases.RowsAsync("ente-csp/spesa-sociale/2016/g16-nomi.csv")).Select(row => row.Text("ente")));

    /// <summary>The writings of the source that are numbers.</summary>
    [Fact]
    public async Task Figures_OddWritings_HaveTheirTrueMagnitude() =>
        Assert.Equal(
            [37_913_222, 5_166_000_000, 2_594_480, 595, 18_400_000],
            (await PlanCases.RowsAsync("ente-udp-pavia/assegnazioni/2022/gt-scritture-leggibili.csv")).Select(row =>
                row.Integer("importo")));

    /// <summary>
    /// L2: the money is on the fund for the others, and what was written and the likely fund are told at its cell.
    /// </summary>
    [Fact]
    public async Task Figures_UnknownFundOfLodi_IsOnTheOthers()
    {
        Examination found = await PlanCases.ExamineAsync("ente-azienda-lodi-1/assegnazioni/2025/l02-frs.csv");

        Problem problem = Assert.Single(found.Verdict.Problems);
        Assert.Equal(("PZ3020", "A3", "FRS", "FSR"), (problem.Code, problem.Cell, problem.Value, problem.Expected));
        Assert.Equal(
            ["ALTRI 300000.00", "PNRR-1.1.3 329000.00"],
            found.Verdict.Totals.Select(total => $"{total.Fund} {total.Amount}"));
        Assert.Equal(
            ("629000.00", "0.00"),
            (found.Verdict.CheckTotals.Single().Computed, found.Verdict.CheckTotals.Single().Difference));
    }

    /// <summary>L5.</summary>
    [Fact]
    public async Task Figures_AreasOfLodi_AreThePartialTotals()
    {
        Examination found = await PlanCases.ExamineAsync("ente-udp-lodi/bilancio-ambito/2025/l05-aree.csv");

        Assert.Equal(
            [
                "4850000.00",
                "450000.00",
                "1697214.13",
                "430000.00",
                "2800000.00",
                "965000.00",
                "470000.00",
                "11662214.13",
            ],
            found
                .Verdict.CheckTotals.Where(total => total is { Column: "previsto", Difference: "0.00" })
                .Select(total => total.Computed),
            StringComparer.Ordinal);
    }

    /// <summary>L12 to L15: ratios and percentages as they were written, and what they come to.</summary>
    [Fact]
    public async Task Figures_IndicatorsOfLodi_AreThoseOfThePlan()
    {
        IReadOnlyList<ValidCells> rows = await PlanCases.RowsAsync(
            "ente-udp-lodi/indicatori/2025-S1/l12-l15-indicatori.csv");
        (decimal Part, decimal Whole)[] ratios =
        [
            .. rows.Where(row => row.Text("unita") == "RAPPORTO").Select(row => Ratio(row.Text("valore")!)),
        ];

        Assert.Equal(39.34m, rows.Single(row => row.Text("unita") == "PERCENTO").Measure("valore"));
        Assert.Equal(
            [39.34m, 55.74m, 26.23m, 29.51m, 19.01m, 23.53m, 8.91m, 14.75m],
            ratios.Select(ratio => Percent(ratio.Part, ratio.Whole)));
        Assert.Equal(
            (68m, 375m, 18.13m),
            (ratios[4..7].Sum(one => one.Part), ratios[4..7].Sum(one => one.Whole), Percent(68, 375)));
        Assert.True(ratios[2].Part <= ratios[1].Part);

        static (decimal Part, decimal Whole) Ratio(string text) =>
            (
                decimal.Parse(text.Split(':')[0], CultureInfo.InvariantCulture),
                decimal.Parse(text.Split(':')[1], CultureInfo.InvariantCulture));
    }

    /// <summary>L16: 14 projects of 27 persons; another page of the plan has 28.</summary>
    [Fact]
    public async Task Figures_PersonsOfLodi_StatedTwiceDifferByOne()
    {
        const string File = "ente-udp-lodi/indicatori/2025-S2/l16-dimissioni-protette.csv";
        Problem problem = Assert.Single((await PlanCases.ExamineAsync(File)).Verdict.Problems);

        Assert.Equal("14:27", (await PlanCases.RowsAsync(File))[0].Text("valore"));
        Assert.Equal(51.85m, Percent(14, 27));
        Assert.Equal(("PZ4013", Severity.Warning, "G4"), (problem.Code, problem.Severity, problem.Cell));
        Assert.Contains(
            "alla riga 3 lo stesso indicatore dello stesso obiettivo vale 27 (differenza 1)",
            problem.Message,
            StringComparison.Ordinal);
    }

    /// <summary>L18: the four of the plan, not the one that stays as it is nor the one without a target.</summary>
    [Fact]
    public async Task Figures_TargetsOfLodi_ThatGoDownAreTheOnesFlagged()
    {
        Examination found = await PlanCases.ExamineAsync("ente-udp-lodi/indicatori/2024-S2/l18-base-e-atteso.csv");

        Assert.Equal(
            ["PZ4012 F2", "PZ4012 F3", "PZ4012 F5", "PZ4012 F6"],
            found.Verdict.Problems.Select(problem => $"{problem.Code} {problem.Cell}"));
    }

    /// <summary>The divisions, to the cent. Where only some shares are printed, the sum holds for the others.</summary>
    [Theory]
    [InlineData("oglio-po-100000-sub-ambiti", 2, "viadanese 56435.03, casalasco 43564.97")]
    [InlineData("oglio-po-100000-comuni", 27, "020066 23843.33, 019021 18451.84, 019115 411.07")]
    [InlineData("casalasco-b2-2021", 17, "019021 40379.32, 019116 10477.22, 019052 7009.73, 019115 899.57")]
    [InlineData(
        "pavia-fnps-2021",
        12,
        "018030 7735.63, 018041 36334.70, 018091 2555.04, 018110 389938.90, 018135 21460.15, 018137 34495.72, "
            + "018151 6308.94, 018159 13003.03, 018162 23993.49, 018179 4209.57, 018189 9303.37, 018190 16995.61")]
    [InlineData("pavia-fsr-2021", 12, "018110 432765.81, 018151 7001.84")]
    [InlineData("pavia-fna-2021", 12, "018151 4305.67")]
    [InlineData("lodi-gi2", 2, "bandi 75000.00, altro 75000.00")]
    [InlineData(
        "lodi-1882-alunni",
        8,
        "istituto-1 4.71, istituto-2 3.76, istituto-3 3.20, istituto-4 1.88, istituto-5 2.45, istituto-6 1.13, "
            + "istituto-7 0.75, "
            + "istituto-8 0.94")]
    public void Allocate_OfACase_GivesTheShares(string plan, int shares, string expected)
    {
        PlanReadResult read = AllocationPlanJson.Read(Repository.Read($"{PlanCases.Path}/riparti/{plan}.json"));
        Assert.Empty(read.Errors);
        AllocationResult result = Allocator.Allocate(read.Plan!);

        Assert.Equal(shares, result.Shares.Count);
        Assert.Equal(result.Total, result.Shares.Aggregate(Money.Zero, (sum, share) => sum + share.Amount));
        Assert.Equal(
            expected.Split(", "),
            expected
                .Split(", ")
                .Select(one => result.Shares.Single(share => share.Code == one.Split(' ')[0]))
                .Select(share => $"{share.Code} {share.Amount}"));
    }

    private static async Task<IEnumerable<string>> CheckTotalsAsync(string file) =>
        (await PlanCases.ExamineAsync(file)).Verdict.CheckTotals.Select(total =>
            $"{total.Declared} {total.Computed} {total.Difference}");

    private static decimal Percent(decimal part, decimal whole) => Round(100m * part / whole);

    private static decimal Round(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);
}
