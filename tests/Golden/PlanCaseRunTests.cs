using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Functions.Answers;
using PianoZona.Hub.Discrepancies;
using PianoZona.Reconciliation.Exports;

namespace PianoZona.Golden.Tests;

/// <summary>The cases of the plans that are told by the reconciliation, through the whole path.</summary>
public sealed class PlanCaseRunTests(PlanCaseRun run) : IClassFixture<PlanCaseRun>
{
    [Fact]
    public void Receipts_OfTheCases_AreOneForEachFile() =>
        Assert.Equal(
            PlanCases.Folder.Files.Select(file => file.Name),
            run.Receipts.Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Oglio Po, case 6: 14 of the 17 Comuni of the Casalasco are in the table.</summary>
    [Fact]
    public void Missing_GepiOfCasalasco_AreTheThreeComuni()
    {
        AssertMissing(
            "oglio-po",
            "2021-S2",
            code => code.StartsWith("019", StringComparison.Ordinal),
            "019091",
            "019101",
            "019115");
    }

    /// <summary>Lodi, case 20: 60 Comuni of 61.</summary>
    [Fact]
    public void Missing_SixtyOfSixtyOne_IsTheOne() => AssertMissing("lodi", "2024-S2", _ => true, "098033");

    /// <summary>Lodi, case 6: three years and the first year are no sum; the SAI, of one basis, has one.</summary>
    [Fact]
    public void Discrepancies_MixedBasesOfLodi_AreNotAdded()
    {
        Discrepancy found = Assert.Single(run.Reports["lodi"].Discrepancies, one => one.Code == "RIC-14");

        Assert.Equal((Severity.Error, new FundKey("FNPS", 2025)), (found.Severity, found.Fund));
        Assert.Contains("prima annualità 35.000,00 €; triennale 2.650.000,00 €", found.Text, StringComparison.Ordinal);
        Assert.Equal("2-3", Assert.Single(found.Evidence).Rows);
        Assert.Null(run.BalanceOf("lodi", "FNPS", 2025)!.Assigned);
        Assert.Equal(Money.Parse("4000000.00"), run.BalanceOf("lodi", "SAI", 2025)!.Assigned);
    }

    /// <summary>Oglio Po, case 8: 16.646,28 less than the year before.</summary>
    [Fact]
    public void Balances_MisuraB2OfCasalasco_ChangeAsInThePlan()
    {
        Money before = Figure(2020);
        Money after = Figure(2021);

        Assert.Equal(("111982.27", "95335.99", "-16646.28"), ($"{before}", $"{after}", $"{after - before}"));

        Money Figure(int year) =>
            run.FindState("oglio-po", "FNA", year)!
                .Contributions.SelectMany(contribution => contribution.Entries)
                .Where(entry => entry.Kind == EntryKind.Delivered)
                .Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);
    }

    /// <summary>
    /// Oglio Po, case 13: what is paid by funds without a column of their own, 327.701,00 of 1.658.480,00, is in the
    /// table as every other.
    /// </summary>
    [Fact]
    public async Task Export_BudgetOfCasalasco_HasAllItsMoney()
    {
        const string File = "ente-concass/bilancio-ambito/2015/o13-casalasco.csv";
        ReportTable? table = await run.Services.GetRequiredService<ExportTables>()
            .MakeAsync(
                ExportCatalogue.Find("bilancio-fondi")!,
                PlanCases.EnvelopeOf(File).Context!.Ambito,
                Period.Parse("2015"),
                new DateOnly(2026, 2, 2),
                CancellationToken.None);

        Assert.Equal(
            run.Receipts[File].Totals.Select(total => total.Amount).Order(StringComparer.Ordinal),
            table!.Totals.Where(cell => cell.Amount is not null)
                .Select(cell => cell.Amount!.ToString())
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            (Money.Parse("1658480.00"), Money.Parse("327701.00")),
            (table.TotalOf("previsto"), table.TotalOf(FundCodes.OtherFunds)));
        byte[] csv = await ReportCsv.WriteAsync(table, CancellationToken.None);
        Repository.CheckApproved(
            $"{PlanCases.Path}/prospetti/oglio-po_bilancio-fondi_2015.csv", Encoding.UTF8.GetString(csv));
    }

    private void AssertMissing(string ambito, string period, Func<string, bool> among, params string[] expected) =>
        Assert.Equal(
            expected,
            run.Reports[ambito]
                .Missing.Where(found =>
                    found is { Code: "RIC-10", Body: { } body }
                    && among(body)
                    && found.Text.Contains(period, StringComparison.Ordinal))
                .Select(found => found.Body!));
}
