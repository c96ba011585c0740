using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Uploads;
using PianoZona.Reconciliation;
using PianoZona.Reconciliation.Exports;

namespace PianoZona.Golden.Tests;

/// <summary>
/// The figures of the plans through the whole path, on the real triggers and the real storage of one machine.
/// </summary>
[Collection(DemoRun.Collection)]
public sealed partial class WholePathTests(DemoRun run)
{
    private const string Pavia = "pavia";
    private const string OglioPo = "oglio-po";
    private const string QuarantinedFile = "018091/rendicontazione/2021/rendicontazione-esempio.csv";
    private const string Copy = "018189/spesa-sociale/2021/02-spesa-sociale-2021-esempio-copia.csv";

    private BlobServiceClient Blobs => run.Services.GetRequiredService<BlobServiceClient>();

    [Fact]
    public async Task Receipts_OfTheDemonstration_AreOneForEachFile()
    {
        Assert.Equal(
            DemoFiles.Folder.Files.Select(file => file.Name),
            run.Receipts.Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(
            run.Receipts.Values.SelectMany(receipt =>
                    (
                        (string[])[".html", ".json", .. ReturnedSheet.Has(receipt) ? [".xlsx"] : (string[])[]]
                    ).Select(ending => $"{receipt.Sender}/{receipt.Flow}/{receipt.Period}/{receipt.Id}{ending}"))
                .Order(StringComparer.Ordinal),
            await Stored.NamesAsync(Blobs, StorageNames.Receipts),
            StringComparer.Ordinal);
        Assert.Equal(
            run.Receipts.Count,
            run.Receipts.Values.Select(receipt => receipt.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Receipts_OfTheHub_SayWhatTheExaminationSays()
    {
        foreach (ExpectedVerdict expected in ExpectedVerdicts.All)
        {
            Receipt receipt = run.Receipts[expected.File];
            string problems = string.Join(", ", receipt.Problems.Select(problem => $"{problem.Code} {problem.Cell}"));
            Assert.Equal((expected.File, expected.Outcome), (expected.File, receipt.Outcome));
            Assert.Equal(expected.File == Copy ? "PZ1017 " : expected.Problems, problems);
        }

        Assert.Equal(
            run.Receipts[
                Copy.Replace("02-", "01-", StringComparison.Ordinal)
                    .Replace("-copia", string.Empty, StringComparison.Ordinal)
            ].Id,
            Assert.Single(run.Receipts[Copy].Problems).Expected);
    }

    /// <summary>
    /// What changed by over 30% on the year before, in the discrepancies and on no receipt. Oglio Po L5866-6023, Pavia
    /// L1295-1304.
    /// </summary>
    [Fact]
    public void Discrepancies_SpendingOfTheYearBefore_TellTheVariationsOverTheThreshold() =>
        Assert.Equal(
            [
                "ente-concass: 2018, DISABILI, +41,19%", "ente-concass: 2019, ANZIANI, -36,38%",
                "ente-csp: 2019, DIPENDENZE, +30,20%", "ente-csp: 2020, DIPENDENZE, -100,00%",
            ],
            run.Reports.Values.SelectMany(report => report.Discrepancies)
                .Where(found => found.Code == "RIC-23")
                .Select(found => $"{found.Body}: {Variation().Replace(found.Text, "$1, $2, $3")}")
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [GeneratedRegex("^.*«spesa-sociale» ([0-9]+), ([A-Z]+),.* prima, ([^ ]+) .*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variation();

    /// <summary>Pavia, table 3a: L1273-1288. In 2019 «Fondo povertà» has no amount: missing, not zero.</summary>
    [Theory]
    [InlineData(2018, "2183318.61", 10)]
    [InlineData(2019, "1576387.33", 9)]
    [InlineData(2020, "3211281.72", 10)]
    [InlineData(2021, "2244241.48", 10)]
    public void Balances_AssignedToPavia_SumToTheTotalsOfThePlan(int year, string total, int funds)
    {
        Money[] assigned =
        [
            .. run.Reports[Pavia]
                .Funds.Where(state => state.Fund.Year == year)
                .Select(state => state.Balances[0].Assigned)
                .OfType<Money>(),
        ];

        Assert.Equal(Money.Parse(total), assigned.Aggregate(Money.Zero, (sum, amount) => sum + amount));
        Assert.Equal(funds, assigned.Length);
    }

    [Fact]
    public void Balances_NotYetAssigned_AreMissingAndZeroIsZero()
    {
        Assert.Null(run.BalanceOf(Pavia, "QSFP", 2019));
        Assert.Equal(Money.Zero, run.BalanceOf(Pavia, "QSFP", 2021)!.Assigned);
        Assert.Null(run.BalanceOf(Pavia, "PNRR-1.1.3", 2022)!.Assigned);
        Assert.Null(run.BalanceOf(Pavia, "PNRR-1.1.3", 2022)!.Residual);
    }

    /// <summary>
    /// Pavia L1295-1304; Oglio Po, the areas of L5866-6103 added up. 2021: the examples, with the replacement and
    /// without the copy.
    /// </summary>
    [Theory]
    [InlineData(Pavia, 2018, "12597031.24")]
    [InlineData(Pavia, 2019, "11845616.31")]
    [InlineData(Pavia, 2020, "11397251.44")]
    [InlineData(Pavia, 2021, "2486500.00")]
    [InlineData(OglioPo, 2017, "1274116.00")]
    [InlineData(OglioPo, 2018, "1435022.00")]
    [InlineData(OglioPo, 2019, "1408392.00")]
    public void Balances_PaidByTheComuni_AreTheSocialSpending(string ambito, int year, string total) =>
        Assert.Equal(Money.Parse(total), run.BalanceOf(ambito, "COM", year)!.Paid);

    [Fact]
    public void Balances_ReplacedFile_CountsOnce()
    {
        Assert.Equal(Money.Parse("17500.00"), run.BalanceOf(Pavia, "COM", 2021, "018151")!.Paid);
        Assert.Equal(Money.Parse("25000.00"), run.BalanceOf(Pavia, "COM", 2021, "018189")!.Paid);
    }

    /// <summary>L1274, divided by the residents of L1338-1353 with largest remainders.</summary>
    [Fact]
    public void Balances_Fnps2021_IsDividedToTheCentWithoutDiscrepancy()
    {
        FundState state = run.FindState(Pavia, "FNPS", 2021)!;
        Balance whole = state.Balances[0];

        Assert.Equal(
            ("566334.15", "566334.15", "240000.00", "185000.00", ""),
            ($"{whole.Assigned}", $"{whole.Allocated}", $"{whole.Committed}", $"{whole.Paid}", $"{whole.Residual}"));
        Assert.Null(whole.Cashed);
        Assert.Equal("389938.90", $"{run.BalanceOf(Pavia, "FNPS", 2021, "018110")!.Allocated}");
        Assert.Equal("149938.90", $"{run.BalanceOf(Pavia, "FNPS", 2021, "018110")!.Residual}");
        Assert.Equal("9303.37", $"{run.BalanceOf(Pavia, "FNPS", 2021, "018189")!.Allocated}");
        Assert.Equal(12, state.Balances.Count(balance => balance is { Body: not null, Allocated: not null }));
        Assert.Equal("impegnato non noto di 11 enti", UnknownResidue.Why(state, whole));
        Assert.Empty(state.Discrepancies);
    }

    /// <summary>
    /// L1273-1288: the plan grants DDN four years long, and says nothing of what is committed; what the Fondo povertà
    /// has in 2019 cannot be read.
    /// </summary>
    [Fact]
    public void CarryOver_OfPavia_NamesTheYearsThatAreNotKnown()
    {
        CarryOverYear[] years = [.. CarryOver.Of(run.Reports[Pavia].States.Where(state => state.Fund.Fund == "DDN"))];

        Assert.Equal([2018, 2019, 2020, 2021], years.Select(year => year.Fund.Year));
        Assert.Equal(
            ("139717.81", "", ""),
            ($"{years[^1].Assigned}", $"{years[^1].Residual}", $"{years[^1].Available.Amount}"));
        Assert.Equal(
            "2018: impegnato non noto; 2019: impegnato non noto; 2020: impegnato non noto", years[^1].Before.Reason);

        CarryOverYear[] poverty =
        [
            .. CarryOver.Of(run.Reports[Pavia].States.Where(state => state.Fund.Fund == "QSFP")),
        ];
        Assert.Equal("487121.00", $"{poverty.Single(year => year.Fund.Year == 2018).Assigned}");
        Assert.Equal(
            "2018: impegnato non noto; 2019: non ancora assegnato; 2020: impegnato non noto",
            poverty.Single(year => year.Fund.Year == 2021).Before.Reason);

        // FNPS: 1.499.267,09 € were said to be at hand, while of three years no commitment is known.
        CarryOverYear last = CarryOver.Of(run.Reports[Pavia].States.Where(state => state.Fund.Fund == "FNPS"))
            .Single(year => year.Fund.Year == 2021);
        Assert.Null(last.Available.Amount);
        Assert.Equal(
            "2018: impegnato non noto; 2019: impegnato non noto; 2020: impegnato non noto; 2021: impegnato non noto di "
                + "11 enti",
            last.Available.Reason);
    }

    [Theory]
    [InlineData(Pavia)]
    [InlineData(OglioPo)]
    public void Exports_OfTheDemonstration_AgreeWithTheBooks(string ambito) =>
        Assert.All(
            ExportCatalogue.All,
            export =>
                Assert.True(
                    export
                        .Build(
                            new ExportInput(
                                run.Reports[ambito].Ambito,
                                run.Reports[ambito].States,
                                Period.Parse("2021"),
                                new DateOnly(2026, 2, 1)))
                        .Balances,
                    export.Name));

    [Fact]
    public void Discrepancies_WithinFundYears_AreTheSpendingNotYetAssignedAndThatOfTheComuni()
    {
        ILookup<string, Discrepancy> all = run.Reports.Values.SelectMany(report => report.Funds)
            .SelectMany(state => state.Discrepancies)
            .ToLookup(one => one.Fund!.Value.Fund, StringComparer.Ordinal);
        Discrepancy found = Assert.Single(all["PNRR-1.1.3"]);

        // What the Comuni of Pavia spend is more than what the plan assigns to them.
        Assert.Equal(
            [
                (2018, "12597031.24", "119467.00"), (2019, "11845616.31", "119467.00"),
                (2020, "11397251.44", "119467.00"), (2021, "2486500.00", "119467.00"),
            ],
            all["COM"].Select(one => (one.Fund!.Value.Year, $"{one.Declared}", $"{one.Computed}")));
        Assert.All(all["COM"], one => Assert.Equal(("RIC-02", Severity.Warning), (one.Code, one.Severity)));
        Assert.Equal(2, all.Count);

        Assert.Equal(
            ("RIC-02", Severity.Warning, 2022), (found.Code, found.Severity, found.Fund!.Value.Year));
        Assert.Equal(Money.Parse("5000.00"), found.Declared);
        Assert.Null(found.Computed);
        Assert.Null(found.Difference);
        Assert.Contains("«non ancora assegnata»", found.Text, StringComparison.Ordinal);
        Evidence evidence = Assert.Single(found.Evidence);
        Assert.Equal(
            (run.Receipts["018137/rendicontazione/2022/rendicontazione-pnrr-esempio.csv"].Id, "2"),
            (evidence.ReceiptId, evidence.Rows));
    }

    /// <summary>
    /// G6 of the plan: FNPS +42,62 %, FSR −16,08 %, FNA +30,56 %; and QPE is printed with the same amount in 2019 and
    /// 2020.
    /// </summary>
    [Theory]
    [InlineData("RIC-11", "FNPS", 2021, "+42,62%")]
    [InlineData("RIC-11", "FSR", 2021, "-16,08%")]
    [InlineData("RIC-11", "FNA", 2021, "+30,56%")]
    [InlineData("RIC-12", "QPE", 2020, "63.439,34")]
    [InlineData("RIC-16", "FNPS", 2021, "42,38%")]
    public void Discrepancies_AcrossFundYears_AreThoseOfThePlan(string code, string fund, int year, string figure)
    {
        Discrepancy found = run
            .Reports.Values.SelectMany(report => report.Discrepancies)
            .Single(one => one.Code == code && one.Fund == new FundKey(fund, year));

        Assert.Contains(figure, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_OfTheDemonstration_IsZinascoOnly()
    {
        Discrepancy missing = Assert.Single(run.Reports.Values.SelectMany(report => report.Missing));

        Assert.Equal(
            ("RIC-10", Severity.Warning, "018190", 2021), (missing.Code, missing.Severity, missing.Body, missing.Year));
        Assert.Contains(
            "Zinasco (018190) non ha inviato; la data indicativa era il 30/06/2022", missing.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task NightlyPipeline_AfterTheUploads_FindsNothingDifferent() =>
        Assert.Equal(0, await run.Services.GetRequiredService<NightlyPipeline>().RunAsync(CancellationToken.None));

    [Fact]
    public async Task Archive_AfterTheUploads_HoldsAllButTheQuarantinedFile()
    {
        Assert.Empty(await Stored.NamesAsync(Blobs, StorageNames.Inbox));
        Assert.Equal(
            run.Receipts.Where(pair => pair.Key != QuarantinedFile)
                .Select(pair => $"{pair.Value.Sender}/{pair.Value.Flow}/{pair.Value.Period}/{pair.Value.Id}")
                .Order(StringComparer.Ordinal),
            await Stored.NamesAsync(Blobs, StorageNames.Archive),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Storage_AfterTheUploads_HoldsNoTaxCode()
    {
        string file = DemoFiles.Folder.Files.Single(file => file.Name == QuarantinedFile).Path;
        Assert.Matches(TaxCode(), await File.ReadAllTextAsync(file));
        TableServiceClient tables = run.Services.GetRequiredService<TableServiceClient>();
        IReadOnlyList<(string Where, string Text)> rows =
        [
            .. await Stored.RowsAsync(tables, StorageNames.LedgerTable),
            .. await Stored.RowsAsync(tables, StorageNames.ReconciliationTable),
        ];
        IReadOnlyList<(string Where, string Text)> blobs = await Stored.BlobsAsync(Blobs);

        // The texts are read: a receipt, a file and a payload show what they hold.
        Assert.Contains(blobs, blob => blob.Text.Contains("PZ1013", StringComparison.Ordinal));
        Assert.Contains(blobs, blob => blob.Text.Contains("BOZZOLO", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Text.Contains("MINORI-FAMIGLIA", StringComparison.Ordinal));
        Assert.DoesNotContain(blobs.Concat(rows), stored => TaxCode().IsMatch(stored.Text));
    }

    [GeneratedRegex(
        "[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex TaxCode();
}
