using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>An act assigns its money once.</summary>
public sealed class ActAssignedTwiceTests
{
    private static readonly FundKey Qsfp = new("QSFP", 2021);

    [Fact]
    public void Ric22_OneActFromTwoSenders_IsAnErrorWithBothFiles()
    {
        Discrepancy found = Assert.Single(Found(
            Told("ente-udp", "2021", Grant(Sample.Fnps, 10_000)),
            Told("ente-concass", "2021", Grant(Sample.Fnps, 9_000))));

        Assert.Equal(
            (Severity.Error, Sample.Fnps, new Money(19_000), new Money(10_000)),
            (found.Severity, found.Fund, found.Declared, found.Computed));
        Assert.Equal(2, found.Evidence.Count);
        Assert.Contains("da più mittenti", found.Text, StringComparison.Ordinal);
        Assert.Contains(
            "FNPS 2021, Consorzio Casalasco (ente-concass): 90,00 €", found.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(2_000, 0)]
    public void Ric22_OneActInTwoFilesOfASender_IsToldWhereTheAmountIsTheSame(long again, int expected) => Assert.Equal(
        expected,
        Found(
            Told("ente-udp", "2021", Grant(Sample.Fnps, 10_000)),
            Told("ente-udp", "2022", Grant(Sample.Fnps, again))).Count(found => found.Severity == Severity.Warning));

    [Theory]
    [InlineData(6_343_934, 6_343_934, 1)]
    [InlineData(6_343_934, 6_343_900, 0)]
    [InlineData(100_000, 100_000, 0)]
    public void Ric22_OneActOnTwoFunds_IsToldWhereTheAmountIsTheSameAndNotRound(
        long amount, long again, int expected) => Assert.Equal(
        expected,
        Found(Told("ente-udp", "2021", Grant(Sample.Fnps, amount), Grant(Qsfp, again))).Count(found =>
            found is { Severity: Severity.Warning, Fund: null }));

    // Two acts of one fund year have the same words: each can be justified by itself.
    [Fact]
    public void Ric22_TwoActs_AreTwoDiscrepanciesWithKeysOfTheirOwn() => Assert.Equal(
        2,
        Found(
            Told("ente-udp", "2021", Grant(Sample.Fnps, 10_000), Grant(Sample.Fnps, 20_000, "b")),
            Told("ente-concass", "2021", Grant(Sample.Fnps, 10_000), Grant(Sample.Fnps, 20_000, "b")))
            .Select(DiscrepancyStates.KeyOf)
            .Distinct()
            .Count());

    [Fact]
    public void Ric22_OtherActsOrNone_AreNoDiscrepancy() => Assert.Empty(Found(
        Told("ente-udp", "2021", Grant(Sample.Fnps, 10_000), Grant(Sample.Fnps, 10_000, act: null)),
        Told("ente-concass", "2021", Grant(Sample.Fnps, 10_000, "b"), Grant(Sample.Fnps, 10_000, act: null))));

    private static IEnumerable<Discrepancy> Found(params IReadOnlyList<Posting> told)
    {
        Reconciler reconciler = new(Sample.Ambito);
        FundState[] states =
        [
            .. Reconciler.Contributions(told).Select(fund =>
                reconciler.Reconcile(Sample.Empty(fund.Key) with { Contributions = fund.Value })),
        ];
        return AcrossFunds.Check(Sample.Ambito, states, new DateOnly(2022, 1, 1))
            .Where(found => found.Code == "RIC-22");
    }

    private static Posting Told(string sender, string period, params IReadOnlyList<LedgerEntry> entries) =>
        Sample.Posting(Sample.Slot(sender, "assegnazioni", period), 1, entries);

    private static LedgerEntry Grant(FundKey fund, long cents, string? act = "a") =>
        Sample.Entry(EntryKind.Assigned, cents, fund: fund) with { Act = act };
}
