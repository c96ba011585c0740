using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

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
