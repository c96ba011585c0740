using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>Amounts that are not exact: what they add up to, and what it means to be beside them.</summary>
public sealed class QualifierTests
{
    private static readonly DateOnly Today = new(2022, 6, 30);
    private static readonly FundKey Earlier = new("FNPS", 2020);

    private static readonly Gen<string?[]> Any = Gen.Elements(null, "esatto", "almeno", "circa").ArrayOf();

    [Fact]
    public void OfSum_AnyParts_IsAsSureAsTheLeastSureInWhateverOrder() =>
        Prop.ForAll(
                Any.ToArbitrary(),
                parts =>
                {
                    string? expected =
                        parts.Contains("circa", StringComparer.Ordinal) ? "circa"
                        : parts.Contains("almeno", StringComparer.Ordinal) ? "almeno"
                        : null;

        return AmountQualifier.OfSum(parts) == expected && AmountQualifier.OfSum(parts.Reverse()) == expected;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, "150.000,00")]
    [InlineData("esatto", "150.000,00")]
    [InlineData("almeno", "almeno 150.000,00")]
    [InlineData("circa", "circa 150.000,00")]
    public void InWords_Amount_SaysHowSureItIs(string? qualifier, string expected) =>
        Assert.Equal(expected, AmountQualifier.InWords(Money.Parse("150000.00"), qualifier));

    [Theory]
    [InlineData(null, 110, Severity.Error)]
    [InlineData("esatto", 110, Severity.Error)]
    [InlineData("circa", 110, Severity.Warning)]
    [InlineData("almeno", 110, null)]
    [InlineData(null, 90, Severity.Warning)]
    [InlineData("circa", 90, Severity.Info)]
    [InlineData("almeno", 90, Severity.Warning)]
    [InlineData("almeno", 100, null)]
    public void Ric01_Allocated_IsJudgedByHowSureTheAssignmentIs(string? qualifier, long allocated, Severity? expected)
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps, Granted(qualifier, 100), Sample.Entry(EntryKind.Allocated, allocated, "019021"));

        Assert.Equal(expected, state.Discrepancies.SingleOrDefault(found => found.Code == "RIC-01")?.Severity);
        string words = AmountQualifier.InWords(new Money(100), qualifier);
        Assert.All(
            state.Discrepancies.Of("RIC-01"),
            found => Assert.Contains($"a fronte di {words} € assegnati", found.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, Severity.Error)]
    [InlineData("circa", Severity.Warning)]
    [InlineData("almeno", null)]
    public void Ric02_CommittedOverTheAssignment_IsNoErrorWhereItMayBeMore(string? qualifier, Severity? expected)
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps, Granted(qualifier, 100), Sample.Entry(EntryKind.Committed, 150, "019021"));

        Assert.Equal(expected, state.Discrepancies.SingleOrDefault(found => found.Code == "RIC-02")?.Severity);
    }

    [Theory]
    [InlineData("almeno", 90, 1)]
    [InlineData("almeno", 110, 0)]
    [InlineData("circa", 110, 1)]
    public void Ric09_Column_IsComparedWithWhatTheIncomeIsAtLeast(string qualifier, long column, int expected)
    {
        Memo budgeted = new(Sample.Fnps, MemoKind.Budgeted, null, "SAD", new Money(column), RowSet.Parse("3"));
        UploadSlot slot = Sample.Slot("ente-udp", BilancioAmbito.Schema.Code);
        Posting posting = Sample.Posting(slot, 1, Granted(qualifier, 100)) with { Memos = [budgeted] };

        FundState state = new Reconciler(Sample.Ambito).Reconcile(
            Reconciler.Replace(Sample.Empty(Sample.Fnps), slot, posting));

        Assert.Equal(expected, state.Discrepancies.Count(found => found.Code == "RIC-09"));
        Assert.All(
            state.Discrepancies.Of("RIC-09"),
            found => Assert.Contains($"{qualifier} 1,00 €", found.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("circa", 0)]
    [InlineData("almeno", 0)]
    public void Ric12_SameAmountTwice_IsACopyOnlyWhereBothAreExact(string? qualifier, int expected)
    {
        FundState before = Sample.Reconciled(Earlier, Granted(null, 100) with { Fund = Earlier });

        FundState after = Sample.Reconciled(Sample.Fnps, Granted(qualifier, 100));
        IReadOnlyList<Discrepancy> found = AcrossFunds.Check(Sample.Ambito, [before, after], Today).Of("RIC-12");

        Assert.Equal(expected, found.Count(one => one.Code == "RIC-12"));
    }

    [Theory]
    [InlineData("almeno", 120, null)]
    [InlineData("almeno", 80, Severity.Warning)]
    [InlineData("circa", 120, Severity.Info)]
    [InlineData(null, 120, Severity.Warning)]
    public void Ric15_StatedTotal_MayBeMoreThanAtLeast(string? qualifier, long stated, Severity? expected)
    {
        Ambito ambito = Sample.Ambito with
        {
            StatedTotals = [new StatedTotal("Piano", "FNPS", 2021, EntryKind.Assigned, null, new Money(stated))],
        };

        IReadOnlyList<Discrepancy> found = AcrossFunds
            .Check(ambito, [Sample.Reconciled(Sample.Fnps, Granted(qualifier, 100))], Today)
            .Of("RIC-15");

        Assert.Equal(expected, found.SingleOrDefault(one => one.Code == "RIC-15")?.Severity);
    }

    [Fact]
    public void Ric11And16_FiguresInTheirTexts_SayHowSureTheyAre()
    {
        Ambito ambito = Sample.Ambito with { Flows = [new FlowSettings("assegnazioni", null, Money.Zero, 0.1m)] };
        FundState before = Sample.Reconciled(ambito, Earlier, Granted("circa", 100) with { Fund = Earlier });
        FundState now = Sample.Reconciled(
            ambito, Sample.Fnps, Granted("almeno", 200), Sample.Entry(EntryKind.Committed, 50, "019021"));

        string[] texts =
        [
            .. AcrossFunds.Check(ambito, [before, now], Today).Select(found => $"{found.Code} {found.Text}"),
        ];

        Assert.Contains(
            texts,
            text =>
                text.StartsWith(
                    "RIC-11 FNPS 2021: assegnati almeno 2,00 € a fronte di circa 1,00 €", StringComparison.Ordinal));
        Assert.Contains(
            texts,
            text =>
                text.StartsWith(
                    "RIC-16 FNPS 2021: impegnati 0,50 € su almeno 2,00 € assegnati", StringComparison.Ordinal));
    }

    [Fact]
    public void Ric14_AmountsOfEachBasis_SayHowSureTheyAre()
    {
        FundState state = Sample.Reconciled(
            Sample.Fnps,
            Granted("almeno", 100) with
            {
                Basis = "triennale",
            },
            Granted(null, 10) with
            {
                Basis = "triennale",
            },
            Granted(null, 7));

        Assert.Contains(
            "annuale 0,07 €; triennale almeno 1,10 €",
            Assert.Single(state.Discrepancies.Of("RIC-14")).Text,
            StringComparison.Ordinal);
    }

    // Foreseen or not granted yet: known of, and in no balance.
    [Fact]
    public void Reconcile_ForecastsOfAFundYear_StandInNoBalance()
    {
        UploadSlot slot = Sample.Slot("ente-udp", Assegnazioni.Schema.Code);
        Memo forecast = new(Sample.Fnps, MemoKind.Forecast, null, null, new Money(10_000_000), RowSet.Parse("2"));
        Memo notYet = new(Sample.Fnps, MemoKind.NotYetAssigned, null, null, null, RowSet.Parse("3"));

        FundState foreseen = Reconciled(Sample.Posting(slot, 1) with { Memos = [forecast, notYet] });
        FundState granted = Reconciled(Sample.Posting(slot, 2, Granted(null, 9_000_000)) with { Memos = [forecast] });

        Assert.Equal(
            (0, 0, 2), (foreseen.Balances.Count, foreseen.Discrepancies.Count, foreseen.Contributions[0].Memos.Count));
        Assert.Equal(
            (new Money(9_000_000), null), (granted.Balances[0].Assigned, granted.Balances[0].Residual));
        Assert.Equal(forecast, Assert.Single(granted.Contributions[0].Memos));

        static FundState Reconciled(Posting posting) =>
            new Reconciler(Sample.Ambito).Reconcile(
                Reconciler.Replace(Sample.Empty(Sample.Fnps), posting.Slot, posting));
    }

    private static LedgerEntry Granted(string? qualifier, long cents) =>
        Sample.Entry(EntryKind.Assigned, cents) with
        {
            Qualifier = qualifier,
        };
}
