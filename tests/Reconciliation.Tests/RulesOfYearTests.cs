using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>Every check that uses the rules of a fund asks for those of the fund year of the figures.</summary>
public sealed class RulesOfYearTests
{
    private static readonly FundRules Half = new([new AreaShare("MINORI-FAMIGLIA", 0.5m)], null, []);

    [Theory]
    [InlineData(2017, 0)]
    [InlineData(2018, 1)]
    [InlineData(2021, 1)]
    [InlineData(2022, 0)]
    public void Ric06_MinimumShare_IsAskedOfTheFundYearsItGoverns(int year, int expected)
    {
        FundKey fund = new("FNPS", year);
        FundState state = Sample.Reconciled(
            With(new RulesOfYears(new YearSpan(2018, 2021), Half)), fund, Of(fund, EntryKind.Assigned, 100),
            Of(fund, EntryKind.Committed, 100) with { Area = "ANZIANI" });

        Assert.Equal(expected, state.Discrepancies.Count(found => found.Code == "RIC-06"));
    }

    // The half of the FNPS is a rule of Lombardia.
    [Theory]
    [InlineData("Lombardia", 1)]
    [InlineData("LOMBARDIA", 1)]
    [InlineData("Veneto", 0)]
    [InlineData(null, 1)]
    public void Ric06_RuleOfOneRegion_IsAskedOfItsAmbiti(string? region, int expected)
    {
        FundRules ofLombardia = new([new AreaShare("MINORI-FAMIGLIA", 0.5m) { Region = "Lombardia" }], null, []);
        FundState state = Sample.Reconciled(
            With(new RulesOfYears(YearSpan.Always, ofLombardia)) with { Region = region }, Sample.Fnps,
            Of(Sample.Fnps, EntryKind.Assigned, 100),
            Of(Sample.Fnps, EntryKind.Committed, 100) with { Area = "ANZIANI" });

        Assert.Equal(expected, state.Discrepancies.Count(found => found.Code == "RIC-06"));
    }

    [Theory]
    [InlineData(false, Severity.Warning)]
    [InlineData(true, Severity.Info)]
    public void Ric07_RateThatIsInferred_IsOnlyTold(bool inferred, Severity expected)
    {
        Ambito ambito = With(new RulesOfYears(
            YearSpan.Always, new FundRules([], new SpendingRate(0.75m, 2) { IsInferred = inferred }, [])));
        FundState state = Sample.Reconciled(
            ambito, Sample.Fnps, Of(Sample.Fnps, EntryKind.Assigned, 100), Of(Sample.Fnps, EntryKind.Committed, 80),
            Of(Sample.Fnps, EntryKind.Paid, 50));

        Assert.Equal(
            expected,
            AcrossFunds.Check(ambito, [state], new DateOnly(2024, 6, 1)).Single(one => one.Code == "RIC-07").Severity);
    }

    [Fact]
    public void Ric07_ShareWhoseCommitmentsAreNotTold_LeavesTheRateNotKnown()
    {
        Ambito ambito = With(
            new RulesOfYears(YearSpan.Always, new FundRules([], new SpendingRate(0.75m, 2), [])));
        FundState state = Sample.Reconciled(
            ambito, Sample.Fnps, Of(Sample.Fnps, EntryKind.Assigned, 100),
            Sample.Entry(EntryKind.Allocated, 50, "020066"), Of(Sample.Fnps, EntryKind.Committed, 50),
            Of(Sample.Fnps, EntryKind.Paid, 50));

        Assert.DoesNotContain(
            AcrossFunds.Check(ambito, [state], new DateOnly(2024, 6, 1)), one => one.Code == "RIC-07");
    }

    [Theory]
    [InlineData(2017, 0)]
    [InlineData(2018, 1)]
    [InlineData(2021, 0)]
    public void Ric03_Intervention_IsJudgedByTheListOfItsFundYear(int year, int expected)
    {
        FundKey fund = new("FNPS", year);
        Ambito ambito = With(
            new RulesOfYears(new YearSpan(2018, 2020), new FundRules([], null, ["SAD"])),
            new RulesOfYears(new YearSpan(2021, null), new FundRules([], null, ["SAD", "Housing"])));

        FundState state = Sample.Reconciled(
            ambito,
            fund,
            Of(fund, EntryKind.Assigned, 100),
            Of(fund, EntryKind.Committed, 100) with
            {
                Purpose = "Housing",
            });

        Assert.Equal(expected, state.Discrepancies.Count(found => found.Code == "RIC-03"));
    }

    // The fund year that gets the transfer says how much of which earlier one must be spent.
    [Theory]
    [InlineData(2020, null)]
    [InlineData(2021, 2023)]
    [InlineData(2022, null)]
    [InlineData(2023, 2024)]
    public void Ric07_SpendingRate_IsThatOfTheFundYearThatGetsTheTransfer(int spent, int? transfer)
    {
        FundKey fund = new("FNPS", spent);
        Ambito ambito = With(
            new RulesOfYears(new YearSpan(2023, 2023), new FundRules([], new SpendingRate(0.75m, 2), [])),
            new RulesOfYears(new YearSpan(2024, null), new FundRules([], new SpendingRate(0.9m, 1), [])));
        FundState state = Sample.Reconciled(
            ambito,
            fund,
            Of(fund, EntryKind.Assigned, 100),
            Of(fund, EntryKind.Committed, 80),
            Of(fund, EntryKind.Paid, 50));

        Discrepancy[] found =
        [
            .. AcrossFunds.Check(ambito, [state], new DateOnly(2024, 6, 1)).Where(one => one.Code == "RIC-07"),
        ];

        Assert.Equal(transfer is null ? 0 : 1, found.Length);
        Assert.All(
            found,
            one => Assert.Contains($"per il trasferimento del {transfer} serve", one.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2020, 1)]
    [InlineData(2021, 0)]
    [InlineData(2026, 0)]
    [InlineData(2027, 1)]
    public void Ric19_FundYearThatTheFundDoesNotHave_IsReported(int year, int expected)
    {
        FundKey fund = new("FNPS", year);
        Ambito ambito = Sample.Ambito with
        {
            Funds =
            [
                Sample.Ambito.Funds[0] with
                {
                    Years = new YearSpan(2021, 2026) { Source = "Regolamento (UE) 2021/241" },
                },
            ],
        };

        FundState state = Sample.Reconciled(ambito, fund, Of(fund, EntryKind.Assigned, 100));

        Discrepancy[] found = [.. state.Discrepancies.Where(one => one.Code == "RIC-19")];
        Assert.Equal(expected, found.Length);
        Assert.All(
            found,
            one =>
                Assert.Equal(
                    (
                        Severity.Warning,
                        $"FNPS {year}: risultano movimenti, ma il fondo ha le annualità dal 2021 al 2026 (Regolamento "
                            + $"(UE) 2021/241)."),
                    (one.Severity, one.Text)));
        Assert.All(found, one => Assert.Equal("2", Assert.Single(one.Evidence).Rows));
    }

    [Fact]
    public void Ric19_FundWithoutYears_HasAllOfThem() => Assert.All(
        [new FundKey("FNPS", 1999), new FundKey("FNPS", 2040)],
        fund => Assert.Empty(Sample.Reconciled(fund, Of(fund, EntryKind.Assigned, 1)).Discrepancies.Of("RIC-19")));

    private static Ambito With(params IReadOnlyList<RulesOfYears> rules) => Sample.Ambito with
    {
        Funds = [Sample.Ambito.Funds[0] with { Rules = new RulesByYear(rules) }, .. Sample.Ambito.Funds.Skip(1)],
    };

    private static LedgerEntry Of(FundKey fund, EntryKind kind, long cents) =>
        Sample.Entry(kind, cents, kind == EntryKind.Assigned ? null : "019021", fund: fund);
}
