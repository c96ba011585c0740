using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class ChecksTests
{
    [Theory]
    [InlineData(
        100_000,
        125_005,
        Severity.Error,
        "FNPS 2021: ripartiti 1.250,05 € a fronte di 1.000,00 € assegnati, cioè 250,05 € in più.")]
    [InlineData(
        100_000,
        99_999,
        Severity.Warning,
        "FNPS 2021: ripartiti 999,99 € a fronte di 1.000,00 € assegnati, cioè 0,01 € in meno.")]
    [InlineData(0, 1, Severity.Error, "FNPS 2021: ripartiti 0,01 € a fronte di 0,00 € assegnati, cioè 0,01 € in più.")]
    public void Ric01_AllocatedOtherThanAssigned_IsReported(
        long assigned, long allocated, Severity severity, string text)
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Assigned, assigned, rows: "2"),
            Sample.Entry(EntryKind.Allocated, allocated, "019021", rows: "5-9"));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-01"));
        Assert.Equal(
            ("RIC-01", severity, (FundKey?)Sample.Fnps, 2021, null),
            (found.Code, found.Severity, found.Fund, found.Year!.Value, found.Body));
        Assert.Equal(
            (new Money(allocated), new Money(assigned), new Money(allocated - assigned)),
            (found.Declared!.Value, found.Computed!.Value, found.Difference!.Value));
        Assert.Equal(text, found.Text);
        Assert.Equal("ente-udp_rendicontazione_2021_0000000000000001:2,5-9", Assert.Single(found.Evidence).ToString());
    }

    [Theory]
    [InlineData(100L, 100L)]
    [InlineData(100L, null)]
    [InlineData(null, 100L)]
    public void Ric01_EqualOrMissing_IsNoDiscrepancy(long? assigned, long? allocated)
    {
        List<LedgerEntry> entries = [];
        entries.AddRange(assigned is { } granted ? [Sample.Entry(EntryKind.Assigned, granted)] : []);
        entries.AddRange(allocated is { } divided ? [Sample.Entry(EntryKind.Allocated, divided, "019021")] : []);

        Assert.Empty(Sample.Reconciled(Sample.Fnps, entries).Discrepancies.Of("RIC-01"));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(4, 1)]
    public void Ric01_Tolerance_IsTheLargestDifferenceNotReported(long tolerance, int expected)
    {
        Ambito ambito = Sample.Ambito with { Flows = [new FlowSettings("riparto", null, new Money(tolerance), null)] };

        FundState state = Sample.Reconciled(
            ambito,
            Sample.Fnps,
            Sample.Entry(EntryKind.Assigned, 100),
            Sample.Entry(EntryKind.Allocated, 95, "019021"));

        Assert.Equal(expected, state.Discrepancies.Of("RIC-01").Count);
    }

    [Fact]
    public void Ric02_CommittedOverTheShareOfABody_IsReportedForItAlone()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Assigned, 300_000), Sample.Entry(EntryKind.Allocated, 100_000, "019021"),
            Sample.Entry(EntryKind.Allocated, 200_000, "020066"),
            Sample.Entry(EntryKind.Committed, 125_000, "019021", rows: "7"),
            Sample.Entry(EntryKind.Committed, 150_000, "020066"));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-02"));
        Assert.Equal(
            ("RIC-02", Severity.Error, "019021", new Money(25_000)),
            (found.Code, found.Severity, found.Body, found.Difference!.Value));
        Assert.Equal(
            "FNPS 2021, Casalmaggiore (019021): impegnati 1.250,00 € a fronte di 1.000,00 € ripartiti, cioè 250,00 € "
                + "in più.",
            found.Text);
        Assert.Equal("2,7", Assert.Single(found.Evidence).Rows);
    }

    [Fact]
    public void Ric02_CommittedByABodyWithoutShare_IsNotComparedWithZero() =>
        Assert.Empty(
            Sample
                .Reconciled(
                    Sample.Fnps,
                    Sample.Entry(EntryKind.Assigned, 100),
                    Sample.Entry(EntryKind.Committed, 100, "019021"))
                .Discrepancies.Of("RIC-02"));

    [Fact]
    public void Ric02_CommittedOverTheAssignment_IsReportedForTheAmbito()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Assigned, 100),
            Sample.Entry(EntryKind.Committed, 60, "019021"),
            Sample.Entry(EntryKind.Committed, 41, "020066"));

        Discrepancy found = Assert.Single(state.Discrepancies.Of("RIC-02"));
        Assert.Equal(
            ("RIC-02", Severity.Error, null, new Money(101), new Money(100)),
            (found.Code, found.Severity, found.Body, found.Declared!.Value, found.Computed!.Value));
        Assert.Equal(
            "FNPS 2021, Ambito: impegnati 1,01 € a fronte di 1,00 € assegnati, cioè 0,01 € in più.", found.Text);
    }

    [Fact]
    public void Ric02_AssignedZero_IsAnOverrunAndNotAMissingAssignment()
    {
        Discrepancy found = Assert.Single(
            Sample
                .Reconciled(
                    Sample.Fnps, Sample.Entry(EntryKind.Assigned, 0), Sample.Entry(EntryKind.Committed, 10, "019021"))
                .Discrepancies.Of("RIC-02"));

        Assert.Equal(
            (Severity.Error, Money.Zero, new Money(10)),
            (found.Severity, found.Computed!.Value, found.Difference!.Value));
    }

    [Fact]
    public void Ric02_SpentBeforeAssigned_IsAWarningWithoutDifference()
    {
        Discrepancy found = Assert.Single(Sample.Reconciled(
            Sample.Fnps,
            Sample.Entry(EntryKind.Committed, 10_000, "019021", rows: "3"),
            Sample.Entry(EntryKind.Paid, 10_000, "019021", rows: "4")).Discrepancies.Of("RIC-02"));

        Assert.Equal(
            ("RIC-02", Severity.Warning, null, new Money(10_000), null, null),
            (found.Code, found.Severity, found.Body, found.Declared!.Value, found.Computed, found.Difference));
        Assert.Equal(
            "FNPS 2021, Ambito: impegnati 100,00 € a fronte di un'annualità «non ancora assegnata»: non vale zero, "
                + "manca l'atto di assegnazione.",
            found.Text);
        Assert.Equal("3-4", Assert.Single(found.Evidence).Rows);
    }

    [Fact]
    public void Ric02_NothingSpentBeforeAssigned_IsNoDiscrepancy() =>
        Assert.Empty(
            Sample
                .Reconciled(
                    Sample.Fnps,
                    Sample.Entry(EntryKind.Committed, 0, "019021"),
                    Sample.Entry(EntryKind.Allocated, 10, "019021"))
                .Discrepancies.Of("RIC-02"));

    [Theory]
    [InlineData(100, 101, "liquidati 1,01 € a fronte di 1,00 € impegnati, cioè 0,01 € in più.")]
    [InlineData(null, 101, "liquidati 1,01 € a fronte di nessun impegno comunicato.")]
    public void Ric02_PaidOverCommitted_IsReported(int? committed, int paid, string text)
    {
        List<LedgerEntry> entries =
        [
            Sample.Entry(EntryKind.Assigned, 1_000),
            Sample.Entry(EntryKind.Paid, paid, "019021"),
        ];
        entries.AddRange(committed is { } known ? [Sample.Entry(EntryKind.Committed, known, "019021")] : []);

        Discrepancy found = Assert.Single(Sample.Reconciled(Sample.Fnps, entries).Discrepancies.Of("RIC-02"));

        Assert.Equal(
            ("RIC-02", Severity.Error, "019021", committed),
            (found.Code, found.Severity, found.Body, (int?)found.Computed?.Cents));
        Assert.EndsWith(text, found.Text, StringComparison.Ordinal);
    }

    // COM 2018 of a plan: 12.597.031,24 € paid of 119.467,00 € assigned, and nobody told a commitment.
    [Theory]
    [InlineData(true, Severity.Warning)]
    [InlineData(false, Severity.Error)]
    public void Ric02_PaidOverTheAssignment_IsReportedOnEveryFund(bool isOwn, Severity expected)
    {
        FundKey fund = isOwn ? Sample.Own : Sample.Fnps;
        FundState state = Sample.Reconciled(
            fund,
            [
                Sample.Entry(EntryKind.Assigned, 119_467_00, fund: fund),
                Sample.Entry(EntryKind.Paid, 12_597_031_24, "019021", fund: fund),
                .. isOwn ? Array.Empty<LedgerEntry>() : [Sample.Entry(EntryKind.Committed, 1_00, "019021", fund: fund)],
            ]);

        Discrepancy found = Assert.Single(state.Discrepancies, one => one is { Code: "RIC-02", Body: null });
        Assert.Equal(
            (expected, new Money(12_477_564_24), isOwn),
            (found.Severity, found.Difference, state.Balances[0].Residual is null));
        Assert.Contains(
            "liquidati 12.597.031,24 € a fronte di 119.467,00 € assegnati", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Ric02_OwnMoneyPaidWithoutCommitments_IsNoDiscrepancy() =>
        Assert.Empty(
            Sample
                .Reconciled(Sample.Own, Sample.Entry(EntryKind.Paid, 100, "019021", fund: Sample.Own))
                .Discrepancies.Of("RIC-02"));

    [Fact]
    public void Ric02_OwnMoneyPaidOverACommitment_IsReported() => Assert.Single(Sample.Reconciled(
        Sample.Own,
        Sample.Entry(EntryKind.Paid, 100, "019021", fund: Sample.Own),
        Sample.Entry(EntryKind.Committed, 99, "019021", fund: Sample.Own)).Discrepancies.Of("RIC-02"));

    [Fact]
    public void Reconcile_AllInOrder_HasNoDiscrepancy() =>
        Assert.Empty(
            Sample
                .Reconciled(
                    Sample.Fnps,
                    Sample.Entry(EntryKind.Assigned, 100),
                    Sample.Entry(EntryKind.Allocated, 100, "019021"),
                    Sample.Entry(EntryKind.Committed, 100, "019021"),
                    Sample.Entry(EntryKind.Paid, 100, "019021"))
                .Discrepancies);

    [Theory]
    [InlineData("RIC-01")]
    [InlineData("RIC-02")]
    [InlineData("RIC-10")]
    public void Catalogue_EveryCode_HasItsWordsAndSource(string code)
    {
        Rule rule = RuleCatalogue.Of(code);

        Assert.All(
            [rule.Title, rule.Message, rule.Fix, rule.Explanation, rule.Source],
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }
}
