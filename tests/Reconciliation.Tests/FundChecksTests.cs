using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class FundChecksTests
{
    private static readonly FundKey Pnrr = new("PNRR-1.1.3", 2022);

    [Fact]
    public void Ric03_InterventionNotOnTheListOfTheFund_IsReportedOncePerBody()
    {
        FundState state = Sample.Reconciled(
            Sample.WithRules(new FundRules([], null, ["P.I.P.P.I."])),
            Sample.Fnps,
            Granted(1_000),
            Sample.Entry(EntryKind.Committed, 300, "019021", "3", purpose: "Housing"),
            Sample.Entry(EntryKind.Paid, 200, "019021", "3", purpose: "Housing"),
            Sample.Entry(EntryKind.Committed, 100, "019021", "4", purpose: "housing"),
            Sample.Entry(EntryKind.Committed, 50, "019021", "5", purpose: "PIPPI"));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-03"));
        Assert.Equal(
            ("RIC-03", Severity.Warning, "019021", new Money(400)),
            (found.Code, found.Severity, found.Body, found.Declared!.Value));
        Assert.Equal(
            "FNPS 2021, Casalmaggiore (019021): 4,00 € su «Housing», che non è fra gli interventi ammissibili sul "
                + "fondo.",
            found.Text);
        Assert.Equal("3-4", Assert.Single(found.Evidence).Rows);
    }

    [Fact]
    public void Ric03_FundWithoutListOrAllocationByCriterion_IsNoDiscrepancy()
    {
        Assert.Empty(
            Sample
                .Reconciled(
                    Sample.Fnps, Granted(10), Sample.Entry(EntryKind.Committed, 10, "019021", purpose: "Housing"))
                .Discrepancies.Of("RIC-03"));
        Assert.Empty(
            Sample
                .Reconciled(
                    Sample.WithRules(new FundRules([], null, ["PIPPI"])),
                    Sample.Fnps,
                    Granted(10),
                    Sample.Entry(EntryKind.Allocated, 10, "019021", purpose: "popolazione"))
                .Discrepancies.Of("RIC-03"));
        Assert.Empty(
            Sample
                .Reconciled(
                    Sample.WithRules(new FundRules([], null, ["PIPPI"])),
                    Sample.Fnps,
                    Granted(10),
                    Sample.Entry(EntryKind.Committed, 10, "019021", purpose: "Intervento che nessun elenco nomina"))
                .Discrepancies.Of("RIC-03"));
    }

    [Fact]
    public void Ric04_PnrrRowsWithoutCupOrDocumentOrOfManagingStaff_AreReportedEach()
    {
        DocumentClaim good = Sample.Claim(Pnrr, "019021", 500);
        FundState state = Sample.Documented(
            Pnrr,
            "019021",
            good,
            good with
            {
                Cup = null,
                Rows = RowSet.Parse("3-4"),
            },
            good with
            {
                CostType = "PERSONALE-GESTIONE",
                Rows = RowSet.Parse("5"),
            },
            good with
            {
                Fingerprint = null,
                IsNamed = false,
                Paid = new Money(7),
                Rows = RowSet.Parse("6"),
            });

        Discrepancy[] found = [.. state.Discrepancies.Where(one => one.Code == "RIC-04")];
        Assert.Equal(
            [
                "PNRR-1.1.3 2022, Casalmaggiore (019021): 5,00 € senza CUP (2 righe).",
                "PNRR-1.1.3 2022, Casalmaggiore (019021): 5,00 € di personale che gestisce i progetti, non "
                    + "ammissibili (1 riga).",
                "PNRR-1.1.3 2022, Casalmaggiore (019021): 0,07 € liquidati senza documento (1 riga).",
            ],
            found.Select(one => one.Text),
            StringComparer.Ordinal);
        Assert.Equal(["3-4", "5", "6"], found.Select(one => Assert.Single(one.Evidence).Rows), StringComparer.Ordinal);
        Assert.All(found, one => Assert.Equal(Severity.Error, one.Severity));
    }

    [Fact]
    public void Ric04_DocumentedPnrrAndAnyOtherFund_AreNoDiscrepancy()
    {
        DocumentClaim bare = Sample.Claim(Pnrr, "019021", 500, document: null) with
        {
            Cup = null,
            CostType = "PERSONALE-GESTIONE",
            Paid = new Money(500),
        };

        Assert.DoesNotContain(
            Sample.Documented(Pnrr, "019021", Sample.Claim(Pnrr, "019021", 500)).Discrepancies, Is("RIC-04"));
        Assert.DoesNotContain(
            Sample.Documented(Sample.Fnps, "019021", bare with { Fund = Sample.Fnps }).Discrepancies, Is("RIC-04"));
        Assert.DoesNotContain(
            Sample.Documented(Pnrr, "019021", Sample.Claim(Pnrr, "019021", 500, document: null)).Discrepancies,
            Is("RIC-04"));
    }

    [Theory]
    [InlineData(499, 501, 0, 1)]
    [InlineData(500, 500, 0, 0)]
    [InlineData(400, 500, 100, 0)]
    [InlineData(400, 501, 99, 1)]
    public void Ric06_AreaShare_IsReportedOnlyWhereItCannotBeReached(long area, long other, long unknown, int expected)
    {
        List<LedgerEntry> entries = [Granted(1_000), Of("MINORI-FAMIGLIA", area), Of("ANZIANI", other)];
        entries.AddRange(unknown == 0 ? [] : [Of(null, unknown)]);

        FundState state = Sample.Reconciled(
            Sample.WithRules(new FundRules([new AreaShare("MINORI-FAMIGLIA", 0.5m)], null, [])), Sample.Fnps, entries);

        Assert.Equal(expected, state.Discrepancies.Count(found => found.Code == "RIC-06"));
        Assert.Equal(expected, state.Discrepancies.Of("RIC-06").Count);
    }

    [Fact]
    public void Ric06_ShareNotReached_SaysHowMuchAndHowMuchIsNeeded()
    {
        FundState state = Sample.Reconciled(
            Sample.WithRules(new FundRules([new AreaShare("MINORI-FAMIGLIA", 0.5m)], null, [])),
            Sample.Fnps,
            Granted(30_001),
            Of("MINORI-FAMIGLIA", 10_000),
            Of("ANZIANI", 20_001));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-06"));
        Assert.Equal((new Money(10_000), new Money(15_001)), (found.Declared!.Value, found.Computed!.Value));
        Assert.Equal(
            "FNPS 2021: all'area MINORI-FAMIGLIA vanno al più 100,00 € su 300,01 € impegnati, cioè il 33,33%; il "
                + "minimo è il 50,00%.",
            found.Text);
    }

    [Theory]
    [InlineData(EntryKind.Allocated)]
    [InlineData(EntryKind.Owed)]
    public void Ric13_ContributionOtherThanQuotaTimesPopulation_IsReported(EntryKind kind)
    {
        Discrepancy found = Assert.Single(Sample.Across(
            WithQuota([]), Sample.Own, Sample.Entry(kind, 9_938_440, "019021", fund: Sample.Own)).Of("RIC-13"));
        Assert.Equal(
            ("RIC-13", Severity.Error, "019021", new Money(1)),
            (found.Code, found.Severity, found.Body, found.Difference!.Value));
        Assert.Equal(
            "COM 2021, Casalmaggiore (019021): contributo di 99.384,40 € invece di 99.384,39 €, cioè 6,57 € × 15.127 "
                + "abitanti (2020).",
            found.Text);
        Assert.Single(found.Evidence);
    }

    [Fact]
    public void Ric13_ExactUnknownOrNotDelegated_IsNoDiscrepancy()
    {
        LedgerEntry wrong = Sample.Entry(EntryKind.Allocated, 1, "019021", fund: Sample.Own);

        LedgerEntry owed = Sample.Entry(EntryKind.Owed, 9_938_439, "019021", fund: Sample.Own);
        Assert.Empty(Sample.Across(WithQuota([]), Sample.Own, owed).Of("RIC-13"));
        Assert.Empty(Sample.Across(WithQuota(["019021"]), Sample.Own, wrong).Of("RIC-13"));
        Assert.Empty(
            Sample.Across(WithQuota([]), Sample.Own, wrong with { Beneficiary = "020066" }).Of("RIC-13"));
        Assert.Empty(Sample.Across(Sample.Ambito, Sample.Own, wrong).Of("RIC-13"));
        FundKey other = new("COM", 2020);
        Assert.Empty(Sample.Across(WithQuota([]), other, wrong with { Fund = other }).Of("RIC-13"));
    }

    [Fact]
    public void Ric14_DifferentBases_HaveNoSumAndNoOtherDiscrepancy()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Granted(35_000) with
            {
                Basis = "triennale",
            },
            Granted(10_000),
            Sample.Entry(EntryKind.Committed, 99_999, "019021"));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-14"));
        Assert.Equal(("RIC-14", Severity.Error, null), (found.Code, found.Severity, found.Declared));
        Assert.Equal(
            "FNPS 2021: importi di base diversa non si sommano (annuale 100,00 €; triennale 350,00 €).", found.Text);
        Assert.Null(state.Balances[0].Assigned);
        Assert.Null(state.Balances[0].Residual);
    }

    [Theory]
    [InlineData("triennale", "triennale")]
    [InlineData("annuale", null)]
    [InlineData("non indicata", "annuale")]
    public void Ric14_OneBasis_IsAdded(string one, string? other)
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Granted(100) with
            {
                Basis = one,
            },
            Granted(50) with
            {
                Basis = other,
            });

        Assert.Empty(state.Discrepancies.Of("RIC-14"));
        Assert.Equal(new Money(150), state.Balances[0].Assigned);
    }

    private static Predicate<Discrepancy> Is(string code) => found => found.Code == code;

    private static LedgerEntry Granted(long cents) => Sample.Entry(EntryKind.Assigned, cents);

    private static LedgerEntry Of(string? area, long cents) =>
        Sample.Entry(EntryKind.Committed, cents, "019021") with
        {
            Area = area,
        };

    private static Ambito WithQuota(IReadOnlyList<string> notDelegated) =>
        Sample.Ambito with
        {
            Quotas = [new PerCapitaQuota(2021, new Money(657), 2020, notDelegated)],
            Senders =
            [
                .. Sample.Ambito.Senders.Select(sender =>
                    sender.Code == "019021"
                        ? sender with
                        {
                            Population = new Dictionary<int, int> { [2020] = 15_127 },
                        }
                        : sender),
            ],
        };
}
