using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>A fact that a Comune and its agency both tell counts once.</summary>
public sealed class OneTellingTests
{
    private const string Comune = "019021";
    private const string Agency = "ente-concass";

    // The Comune tells 30,00 €, the agency 30,00 € or 40,00 € for it and 5,00 € for another Comune.
    [Theory]
    [InlineData(FactSource.Body, 3_000, 3_000)]
    [InlineData(FactSource.Body, 4_000, 3_000)]
    [InlineData(FactSource.Agency, 4_000, 4_000)]
    [InlineData(FactSource.Shared, 4_000, 7_000)]
    public void Reconcile_BodyAndAgencyTellTheSame_CountsAsTheAmbitoSays(FactSource source, int agency, int expected)
    {
        FundState state = Reconciled(
            source, Told(Comune, 1, Paid(Comune, 3_000)), Told(Agency, 2, Paid(Comune, agency), Paid("020066", 500)));

        Assert.Equal(
            (new Money(expected + 500), new Money(expected), new Money(500)),
            (state.Balances[0].Paid, PaidOf(state, Comune), PaidOf(state, "020066")));

        // What was told stays: only what is computed leaves it out.
        Assert.Equal(2, state.Contributions.Count);
        Assert.Equal(
            3_000 + agency + 500,
            state.Contributions.SelectMany(one => one.Entries).Sum(entry => entry.Amount.Cents));
    }

    [Fact]
    public void Ric20_BodyAndAgencyTellTheSame_NamesBothFilesAndWhichCounts()
    {
        FundState state = Reconciled(
            FactSource.Body, Told(Comune, 1, Paid(Comune, 3_000)), Told(Agency, 2, Paid(Comune, 4_000, "7")));

        Discrepancy found = Assert.Single(state.Discrepancies, one => one.Code == "RIC-20");

        Assert.Equal(
            (Severity.Warning, Comune, new Money(4_000), new Money(3_000)),
            (found.Severity, found.Body, found.Declared, found.Computed));
        Assert.Equal(
            [
                "019021_spesa-sociale_2021_0000000000000001:2", "ente-concass_spesa-sociale_2021_0000000000000002:7",
            ],
            found.Evidence.Select(evidence => $"{evidence}"), StringComparer.Ordinal);
        Assert.Contains(
            "Casalmaggiore (019021) 30,00 €; Consorzio Casalasco (ente-concass) 40,00 €", found.Text,
            StringComparison.Ordinal);
        Assert.Contains("conta il file di Casalmaggiore (019021)", found.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3_000, 1)]
    [InlineData(4_000, 0)]
    public void Ric20_PartsOfSeveralSenders_AreToldOnlyWhereTheyRepeat(int agency, int expected) => Assert.Equal(
        expected,
        Reconciled(
            FactSource.Shared, Told(Comune, 1, Paid(Comune, 3_000)), Told(Agency, 2, Paid(Comune, agency)))
            .Discrepancies.Count(one => one.Code == "RIC-20"));

    [Fact]
    public void Ric20_OneSenderForEachBody_IsNoDiscrepancy() => Assert.DoesNotContain(
        Reconciled(
            FactSource.Body, Told(Comune, 1, Paid(Comune, 3_000)), Told(Agency, 2, Paid("020066", 3_000)))
            .Discrepancies,
        one => one.Code == "RIC-20");

    // The Comune tells the year, its agency a half of it; and the other way round.
    [Theory]
    [InlineData("2021", "2021-S1", 3_000)]
    [InlineData("2021-T1", "2021", 3_000)]
    [InlineData("2021-S1", "2021-T3", 7_000)]
    public void Reconcile_PeriodsThatLieOneInTheOther_CountOnce(string own, string agency, long expected)
    {
        FundState state = Reconciled(
            FactSource.Body,
            Told(Comune, 1, own, Paid(Comune, 3_000)), Told(Agency, 2, agency, Paid(Comune, 4_000)));

        Assert.Equal(new Money(expected), PaidOf(state, Comune));
        Assert.Equal(expected == 3_000 ? 1 : 0, state.Discrepancies.Count(one => one.Code == "RIC-20"));
    }

    // A year and its quarters may be parts: what they repeat is told.
    [Theory]
    [InlineData(3_000, 1)]
    [InlineData(1_000, 0)]
    public void Ric20_YearAndQuarterOfOneSender_AreAddedAndToldWhereTheyRepeat(long quarter, int expected)
    {
        FundState state = Reconciled(
            FactSource.Body,
            Told(Comune, 1, "2021", Paid(Comune, 3_000)), Told(Comune, 2, "2021-T1", Paid(Comune, quarter)));

        Assert.Equal(new Money(3_000 + quarter), PaidOf(state, Comune));
        Assert.Equal(expected, state.Discrepancies.Count(one => one.Code == "RIC-20"));
    }

    [Fact]
    public void LeftOut_OfWhatDoesNotCount_NamesTheUploadThatDoes()
    {
        FundState state = Reconciled(
            FactSource.Body, Told(Comune, 1, Paid(Comune, 3_000)), Told(Agency, 2, Paid(Comune, 4_000)));

        LeftOutEntry left = Assert.Single(OneTelling.LeftOut(With(FactSource.Body), state));

        Assert.Equal(
            (Agency, new Money(4_000), "019021_spesa-sociale_2021_0000000000000001"),
            (left.Of.Slot.Sender, left.Entry.Amount, left.CountsIn));
    }

    [Fact]
    public void Counted_TwoAgenciesTellABodyThatTellsNothing_KeepsTheLatest() => Assert.Equal(
        new Money(4_000),
        PaidOf(
            Reconciled(
                FactSource.Body, Told("ente-udp", 5, Paid(Comune, 4_000)), Told(Agency, 2, Paid(Comune, 3_000))),
            Comune));

    /// <summary>A Comune and one that is part of it now sent a file each: as its own, they are parts.</summary>
    [Theory]
    [InlineData(FactSource.Body, 3_700)]
    [InlineData(FactSource.Agency, 4_000)]
    public void Reconcile_FilesOfAComuneAndOfOneThatIsPartOfIt_AreOneSenders(FactSource source, int expected)
    {
        Ambito ambito = With(source);
        ambito = ambito with
        {
            Senders =
            [
                .. ambito.Senders.Select(one => one.Code != Comune ? one : one with
                {
                    FormerCodes = [new FormerCode("019999", new DateOnly(2021, 12, 31), "Confluito")],
                }),
            ],
        };
        Posting[] told =
        [
            Told(Comune, 1, Paid(Comune, 3_000)), Told("019999", 2, Paid(Comune, 700)),
            Told(Agency, 3, Paid(Comune, 4_000)),
        ];

        FundState state = new Reconciler(ambito).Reconcile(told.Aggregate(
            Sample.Empty(Sample.Own), (before, posting) => Reconciler.Replace(before, posting.Slot, posting)));

        Assert.Equal(new Money(expected), PaidOf(state, Comune));
    }

    [Fact]
    public void Counted_AnyTellings_CountsEachFactOnceAndInAnyOrder()
    {
        Gen<Posting[]> any =
            from senders in Gen.SubListOf(new[] { Comune, "020066", Agency, "ente-udp" })
            from bodies in Gen.NonEmptyListOf(Gen.Elements(Comune, "020066")).ListOf(senders.Count)
            from cents in Gen.Choose(1, 900).ListOf(senders.Count)
            select senders.Select((sender, index) => Told(
                sender, index + 1,
                [.. bodies[index].Distinct(StringComparer.Ordinal).Select(body => Paid(body, cents[index]))]))
                .ToArray();
        Prop.ForAll(any.ToArbitrary(), Gen.Elements(FactSource.Body, FactSource.Agency).ToArbitrary(), (told, source) =>
        {
            FundState state = Reconciled(source, told);
            FundState counted = OneTelling.Counted(With(source), state);

            Assert.All(
                counted.Contributions.SelectMany(one => one.Entries).GroupBy(entry => entry.Beneficiary),
                body => Assert.Single(body));
            Assert.Equal(
                state.Contributions.SelectMany(one => one.Entries).Sum(entry => entry.Amount.Cents),
                (counted.Balances.Count == 0 ? 0 : counted.Balances[0].Paid!.Value.Cents)
                    + OneTelling.LeftOut(With(source), state).Sum(left => left.Entry.Amount.Cents));
            Assert.Equal(
                state.Balances, Reconciled(source, [.. told.Reverse()]).Balances);
        }).QuickCheckThrowOnFailure();
    }

    private static Ambito With(FactSource source) => Sample.Ambito with
    {
        Flows = [new FlowSettings("spesa-sociale", SenderKind.Comune, Money.Zero, null) { Source = source }],
    };

    private static FundState Reconciled(FactSource source, params IReadOnlyList<Posting> told) =>
        new Reconciler(With(source)).Reconcile(told.Aggregate(
            Sample.Empty(Sample.Own), (state, posting) => Reconciler.Replace(state, posting.Slot, posting)));

    private static Posting Told(string sender, long sequence, params IReadOnlyList<LedgerEntry> entries) =>
        Told(sender, sequence, "2021", entries);

    private static Posting Told(
        string sender, long sequence, string period, params IReadOnlyList<LedgerEntry> entries) =>
        Sample.Posting(Sample.Slot(sender, "spesa-sociale", period), sequence, entries);

    private static LedgerEntry Paid(string body, long cents, string rows = "2") =>
        Sample.Entry(EntryKind.Paid, cents, body, rows, Sample.Own);

    private static Money? PaidOf(FundState state, string body) =>
        state.Balances.Single(balance => balance.Body == body).Paid;
}
