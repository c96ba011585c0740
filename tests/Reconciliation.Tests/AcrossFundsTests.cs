using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class AcrossFundsTests
{
    private static readonly FundKey Earlier = new("FNPS", 2020);
    private static readonly FundKey Other = new("QSFP", 2021);
    private static readonly DateOnly Today = new(2021, 6, 30);

    [Fact]
    public void Ric05_SharesOverTheTotalOfTheDocument_AreReportedOverFundsAndSenders()
    {
        Discrepancy found = Assert.Single(
            AcrossFunds
                .Check(
                    Sample.Ambito,
                    [
                        Sample.Documented(
                            Sample.Fnps,
                            "019021",
                            Sample.Claim(Sample.Fnps, "019021", 70_000, total: 100_000, rows: "3")),
                        Sample.Documented(
                            Other,
                            "020066",
                            Sample.Claim(Other, "020066", 90_000, rows: "8") with
                            {
                                Paid = new Money(50_000),
                            }),
                    ],
                    Today)
                .Of("RIC-05"));

        Assert.Equal(
            ("RIC-05", Severity.Error, null, null, new Money(20_000)),
            (found.Code, found.Severity, found.Fund, found.Body, found.Difference!.Value));
        Assert.Equal(
            "Stesso documento: 1.200,00 € in tutto (FNPS 2021, Casalmaggiore (019021): 700,00 €; QSFP 2021, Viadana "
                + "(020066): 500,00 €), "
            + "più del suo totale di 1.000,00 €: 200,00 € in più.",
            found.Text);
        Assert.Equal(["3", "8"], found.Evidence.Select(evidence => evidence.Rows), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("fedcba9876543210", 50_000)]
    [InlineData("0123456789abcdef", 30_000)]
    [InlineData(null, 50_000)]
    public void Ric05_AnotherDocumentOrWithinTheTotal_IsNoDiscrepancy(string? document, long share) =>
        Assert.Empty(
            AcrossFunds
                .Check(
                    Sample.Ambito,
                    [
                        Sample.Documented(
                            Sample.Fnps,
                            "019021",
                            Sample.Claim(Sample.Fnps, "019021", 70_000, total: 100_000)),
                        Sample.Documented(
                            Other,
                            "020066",
                            Sample.Claim(Other, "020066", share, document, total: 100_000)),
                    ],
                    Today)
                .Of("RIC-05"));

    [Fact]
    public void Ric05_NoTotalStated_IsAWarningOnlyWhereSeveralFundsChargeIt()
    {
        FundState one = Sample.Documented(
            Sample.Fnps,
            "019021",
            Sample.Claim(Sample.Fnps, "019021", 700),
            Sample.Claim(Sample.Fnps, "019021", 5, rows: "3"));
        FundState other = Sample.Documented(Other, "019021", Sample.Claim(Other, "019021", 50));

        Assert.Empty(AcrossFunds.Check(Sample.Ambito, [one], Today).Of("RIC-05"));
        Discrepancy found = Assert.Single(AcrossFunds.Check(Sample.Ambito, [one, other], Today).Of("RIC-05"));
        Assert.Equal((Severity.Warning, "019021", null), (found.Severity, found.Body, found.Computed));
    }

    [Fact]
    public void Ric05_DocumentsNotKeptOneByOne_AreSaidNotToBeCompared() =>
        Assert.Equal(
            Severity.Info,
            Assert
                .Single(
                    AcrossFunds
                        .Check(
                            Sample.Ambito,
                            [
                                Sample.Documented(
                                    Sample.Fnps,
                                    "019021",
                                    Sample.Claim(Sample.Fnps, "019021", 700, DocumentFingerprint.NotTold)),
                            ],
                            Today)
                        .Of("RIC-05"))
                .Severity);

    [Theory]
    [InlineData(2022, false, 74, 1)]
    [InlineData(2022, false, 75, 0)]
    [InlineData(2021, false, 10, 0)]
    [InlineData(2021, true, 10, 1)]
    public void Ric07_RateOfTheYearBefore_IsAskedWhenTheTransferIsDue(
        int today, bool nextIsAssigned, long paid, int expected)
    {
        Ambito ambito = Sample.WithRules(new FundRules([], new SpendingRate(0.75m, 2), []));
        List<FundState> states =
        [
            Sample.Reconciled(
                ambito,
                Earlier,
                Of(Earlier, EntryKind.Assigned, 100),
                Of(Earlier, EntryKind.Committed, 100),
                Of(Earlier, EntryKind.Paid, paid)),
        ];
        FundKey next = new("FNPS", 2022);
        states.AddRange(nextIsAssigned ? [Sample.Reconciled(ambito, next, Of(next, EntryKind.Assigned, 1))] : []);

        IEnumerable<Discrepancy> found = AcrossFunds
            .Check(ambito, states, new DateOnly(today, 1, 1))
            .Where(one => one.Code == "RIC-07");

        Assert.Equal(expected, found.Count());
        Assert.All(
            found,
            one =>
                Assert.Equal(
                    (Severity.Warning, (FundKey?)Earlier, new Money(75)),
                    (one.Severity, one.Fund, one.Computed!.Value)));
    }

    [Fact]
    public void Ric07_NobodyReportedSpending_IsNotARateOfZero()
    {
        Ambito ambito = Sample.WithRules(new FundRules([], new SpendingRate(0.75m, 2), []));

        FundState assigned = Sample.Reconciled(ambito, Earlier, Of(Earlier, EntryKind.Assigned, 100));
        Assert.Empty(AcrossFunds.Check(ambito, [assigned], new DateOnly(2030, 1, 1)).Of("RIC-07"));
        Assert.Contains(
            AcrossFunds
                .Check(
                    ambito,
                    [
                        Sample.Reconciled(
                            ambito,
                            Earlier,
                            Of(Earlier, EntryKind.Assigned, 100),
                            Of(Earlier, EntryKind.Committed, 9)),
                    ],
                    new DateOnly(2030, 1, 1))
                .Of("RIC-07"),
            found => found.Code == "RIC-07" && found.Text.Contains("speso 0,00 €", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(67_710_500, 59_958_900, "-11,45%")]
    [InlineData(100, 111, "+11,00%")]
    [InlineData(100, 110, null)]
    [InlineData(100, 90, null)]
    [InlineData(0, 90, null)]
    public void Ric11_Variation_IsReportedAboveTheThreshold(long before, long now, string? variation)
    {
        Ambito ambito = Sample.Ambito with
        {
            Flows = [new FlowSettings(Assegnazioni.Schema.Code, null, Money.Zero, 0.10m)],
        };
        FundState[] states = [Assigned(Earlier, before), Assigned(Sample.Fnps, now)];

        IReadOnlyList<Discrepancy> found = AcrossFunds.Check(ambito, states, Today).Of("RIC-11");

        Assert.Equal(variation is null ? 0 : 1, found.Count);
        Assert.All(
            found, one => Assert.Equal(("RIC-11", (FundKey?)Sample.Fnps, 2), (one.Code, one.Fund, one.Evidence.Count)));
        Assert.All(found, one => Assert.EndsWith($"{variation} (soglia 10,00%).", one.Text, StringComparison.Ordinal));
        Assert.Empty(AcrossFunds.Check(Sample.Ambito, states, Today).Of("RIC-11"));
    }

    [Fact]
    public void Ric12_SameAmountTwoYearsInARow_IsReported()
    {
        FundState[] same = [Assigned(Earlier, 6_343_934), Assigned(Sample.Fnps, 6_343_934)];

        Discrepancy found = Assert.Single(AcrossFunds.Check(Sample.Ambito, same, Today).Of("RIC-12"));


        Assert.Equal(("RIC-12", Severity.Warning, null), (found.Code, found.Severity, found.Body));
        Assert.Equal("FNPS 2021, Ambito: assegnati 63.439,34 €, come l'anno prima al centesimo.", found.Text);
    }

    [Fact]
    public void Ric12_SameCommitmentOfABody_IsAnInformationOnIt()
    {
        FundState[] states =
        [
            Sample.Reconciled(Earlier, Of(Earlier, EntryKind.Committed, 500), Of(Earlier, EntryKind.Assigned, 500)),
            Sample.Reconciled(
                Sample.Fnps,
                Of(Sample.Fnps, EntryKind.Committed, 500),
                Of(Sample.Fnps, EntryKind.Assigned, 501)),
        ];

        Discrepancy found = Assert.Single(
            AcrossFunds.Check(Sample.Ambito, states, new DateOnly(2020, 1, 1)).Of("RIC-12"));
        Assert.Equal(("RIC-12", Severity.Info, "019021"), (found.Code, found.Severity, found.Body));
    }

    [Fact]
    public void Ric12_ZeroOwnMoneyOrAGapOfYears_IsNoDiscrepancy()
    {
        FundKey own = new("COM", 2020);
        FundKey later = new("FNPS", 2022);

        Assert.Empty(
            AcrossFunds.Check(Sample.Ambito, [Assigned(Earlier, 0), Assigned(Sample.Fnps, 0)], Today).Of("RIC-12"));
        Assert.Empty(AcrossFunds.Check(Sample.Ambito, [Assigned(own, 5), Assigned(Sample.Own, 5)], Today).Of("RIC-12"));
        Assert.Empty(AcrossFunds.Check(Sample.Ambito, [Assigned(Earlier, 5), Assigned(later, 5)], Today).Of("RIC-12"));
    }

    [Theory]
    [InlineData(2022, 4_238, 1)]
    [InlineData(2022, 10_000, 0)]
    [InlineData(2021, 4_238, 0)]
    public void Ric16_PastYearNotAllCommitted_TellsTheRatio(int today, long committed, int expected)
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps, Of(Sample.Fnps, EntryKind.Assigned, 10_000), Of(Sample.Fnps, EntryKind.Committed, committed));

        IReadOnlyList<Discrepancy> found = AcrossFunds
            .Check(Sample.Ambito, [state], new DateOnly(today, 1, 1))
            .Of("RIC-16");

        Assert.Equal(expected, found.Count);
        Assert.All(
            found,
            one => Assert.Equal("FNPS 2021: impegnati 42,38 € su 100,00 € assegnati, cioè il 42,38%.", one.Text));
        Assert.All(found, one => Assert.Equal(("RIC-16", Severity.Info), (one.Code, one.Severity)));
    }

    [Fact]
    public void Check_StatesInAnyOrder_GivesTheSameDiscrepanciesWithAllPlacesFilled()
    {
        FundState[] states =
        [
            Assigned(Earlier, 100),
            Sample.Documented(Sample.Fnps, "019021", Sample.Claim(Sample.Fnps, "019021", 70, total: 60)),
            Assigned(Other, 5),
            Sample.Documented(
                new FundKey("QSFP", 2022),
                "020066",
                Sample.Claim(new FundKey("QSFP", 2022), "020066", 50)),
        ];
        string[] expected = [.. AcrossFunds.Check(Sample.Ambito, states, Today).Select(found => found.Text)];

        Prop.ForAll(
                Gen.Shuffle(states).ToArbitrary(),
                shuffled =>
                    Assert.Equal(
                        expected,
                        AcrossFunds.Check(Sample.Ambito, shuffled, Today).Select(found => found.Text),
                        StringComparer.Ordinal))
            .QuickCheckThrowOnFailure();
        Assert.NotEmpty(expected);
        Assert.All(expected, text => Assert.DoesNotContain('{', text));
    }

    [Fact]
    public void Catalogue_EveryCheckOfReconciliation_HasItsWordsAndSource() =>
        Assert.All(
            ["RIC-03", "RIC-04", "RIC-05", "RIC-06", "RIC-07", "RIC-11", "RIC-12", "RIC-13", "RIC-14", "RIC-16"],
            code =>
                Assert.All(
                    [
                        RuleCatalogue.Of(code).Title,
                        RuleCatalogue.Of(code).Message,
                        RuleCatalogue.Of(code).Fix,
                        RuleCatalogue.Of(code).Explanation,
                    ],
                    text => Assert.False(string.IsNullOrWhiteSpace(text))));

    private static FundState Assigned(FundKey fund, long cents) =>
        Sample.Reconciled(fund, Of(fund, EntryKind.Assigned, cents));

    private static LedgerEntry Of(FundKey fund, EntryKind kind, long cents) =>
        Sample.Entry(kind, cents, kind == EntryKind.Assigned ? null : "019021", fund: fund);
}
