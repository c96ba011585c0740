using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class ThreeWayMatchTests
{
    // The third quarter closed thirty days before: nothing is overdue yet.
    private static readonly DateOnly Today = new(2021, 10, 30);

    [Fact]
    public void Ric08_DeliveredOtherThanReported_TellsTheThreeFiguresAndTheAge()
    {
        Discrepancy found = Assert.Single(Check(
            Delivered("2021-07", "SAD", 60_000), Delivered("2021-09", "SAD", 50_000),
            Reported("019021", "2021-T3", "Servizio di assistenza domiciliare", 100_000, paid: 90_000)));

        Assert.Equal(
            ("RIC-08", Severity.Warning, "019021", new Money(100_000), new Money(110_000)),
            (found.Code, found.Severity, found.Body, found.Declared!.Value, found.Computed!.Value));
        Assert.Equal(
            "FNPS 2021, Casalmaggiore (019021), SAD, 2021-T3: rendicontati 100,00 € in meno del prestato; prestato "
                + "1.100,00 €, rendicontato 1.000,00 €, "
            + "pagato 900,00 €; periodo chiuso da 30 giorni.",
            found.Text);
        Assert.Equal(["2", "2", "3"], found.Evidence.Select(evidence => evidence.Rows), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("SAD", 110_000)]
    [InlineData("Assistenza domiciliare", 110_000)]
    [InlineData("SAD", 110_004)]
    public void Ric08_AgreeingWithinTheTolerance_IsNoDiscrepancyHoweverOld(string intervention, long reported) =>
        Assert.Empty(
            Check(
                Tolerant,
                new DateOnly(2030, 1, 1),
                Delivered("2021-07", "SAD", 110_000),
                Reported("019021", "2021-T3", intervention, reported, paid: reported - 4)));

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, Severity.Info)]
    [InlineData(60, Severity.Info)]
    [InlineData(61, Severity.Warning)]
    [InlineData(400, Severity.Warning)]
    public void Ric08_ReportedAndNotPaid_WeighsMoreTheOlderItIs(int days, Severity? expected)
    {
        IReadOnlyList<Discrepancy> found = Check(
            Sample.Ambito,
            Closed(days),
            Delivered("2021-07", "SAD", 100_000),
            Reported("019021", "2021-T3", "SAD", 100_000, paid: 90_000));

        Assert.Equal(expected is null ? [] : [expected.Value], found.Select(one => one.Severity));
        Assert.All(
            found,
            one => Assert.Equal((new Money(90_000), new Money(100_000)), (one.Declared!.Value, one.Computed!.Value)));
        Assert.All(
            found,
            one => Assert.Contains("SAD, 2021-T3: restano da pagare 100,00 €;", one.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, 60, false)]
    [InlineData(60, 61, true)]
    [InlineData(0, 1, true)]
    public void Ric08_PaymentTermOfTheAmbito_IsTheOneThatCounts(int term, int days, bool expected)
    {
        Ambito ambito = Sample.Ambito with
        {
            Flows = [new FlowSettings("rendicontazione", null, Money.Zero, null) { PaymentTermDays = term }],
        };

        IReadOnlyList<Discrepancy> found = Check(
            ambito, Closed(days), Delivered("2021-07", "SAD", 5), Reported("019021", "2021-T3", "SAD", 5));
        Assert.Equal(expected ? 1 : 0, found.Count);
    }

    // What the report has too much is told once, as that; what it lacks is told as that, and what both say is owed.
    [Theory]
    [InlineData(100_000, 120_000, 100_000, "rendicontati 200,00 € in più del prestato")]
    [InlineData(100_000, 80_000, 80_000, "rendicontati 200,00 € in meno del prestato")]
    public void Ric08_ReportedOtherwiseAndPaidWhatBothSay_IsNotToldTwice(
        long delivered, long reported, long paid, string what) =>
        Assert.Contains(
            what,
            Assert
                .Single(
                    Check(
                        Sample.Ambito,
                        Closed(400),
                        Delivered("2021-07", "SAD", delivered),
                        Reported("019021", "2021-T3", "SAD", reported, paid)))
                .Text,
            StringComparison.Ordinal);

    [Fact]
    public void Ric08_PaidMoreThanDelivered_IsToldAtOnce()
    {
        IReadOnlyList<Discrepancy> found = Check(
            Tolerant,
            Closed(1),
            Delivered("2021-07", "SAD", 100_000),
            Reported("019021", "2021-T3", "SAD", 100_004, paid: 100_005));

        Discrepancy one = Assert.Single(found);
        Assert.Equal(
            (Severity.Warning, new Money(100_005), new Money(100_000)),
            (one.Severity, one.Declared!.Value, one.Computed!.Value));
        Assert.EndsWith(
            "pagati 0,05 € in più del prestato; prestato 1.000,00 €, rendicontato 1.000,04 €, pagato 1.000,05 €; "
                + "periodo chiuso da 1 giorno.",
            one.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Ric08_ServiceLeftOutOfTheReport_IsAnInformationAtOnceAndAWarningLater()
    {
        Posting[] postings = [Delivered("2021-07", "SAD", 110_000), Reported("019021", "2021-T3", "RSA", 5)];
        Discrepancy found = Assert.Single(Check(postings));

        Assert.Equal(
            (Severity.Info, null, new Money(110_000)), (found.Severity, found.Declared, found.Computed!.Value));
        Assert.Contains(
            "prestato e non rendicontato; prestato 1.100,00 €, rendicontato non comunicato, pagato non comunicato",
            found.Text,
            StringComparison.Ordinal);
        Assert.Equal(Severity.Warning, Assert.Single(Check(Sample.Ambito, Closed(61), postings)).Severity);
    }

    // Reported for the second quarter: the third is expected. Reported nothing: the year is.
    [Theory]
    [InlineData("2021-T2", "2021-10-30", null, "")]
    [InlineData("2021-T2", "2021-10-31", Severity.Info, "2021-T3")]
    [InlineData("2021-T2", "2021-11-30", Severity.Warning, "2021-T3")]
    [InlineData("2021-S1", "2022-01-30", null, "")]
    [InlineData("2021-S1", "2022-01-31", Severity.Info, "2021-S2")]
    [InlineData(null, "2022-01-30", null, "")]
    [InlineData(null, "2022-01-31", Severity.Info, "2021")]
    public void Ric08_NoReportOfThePeriod_IsLateOnceTheExpectedPeriodIsOverdue(
        string? reported, string today, Severity? expected, string period)
    {
        Posting[] reports = reported is null ? [] : [Reported("019021", reported, "Segretariato sociale", 5)];

        IReadOnlyList<Discrepancy> found = Check(
            Sample.Ambito,
            DateOnly.ParseExact(today, "yyyy-MM-dd", null),
            [Delivered("2021-07", "SAD", 110_000), .. reports]);

        Assert.Equal(expected is null ? [] : [expected.Value], found.Select(one => one.Severity));
        Assert.All(
            found,
            one =>
                Assert.Contains(
                    $"(019021), SAD, {period}: prestato e non rendicontato;", one.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Ric08_TheComunisOwnMoney_IsReportedByArea()
    {
        Posting delivered = Sample.Posting(
            Sample.Slot("ente-coop-uno", "prestazioni", "2021-07"), 1,
            Sample.Entry(EntryKind.Delivered, 5, "019021", fund: Sample.Own, purpose: "SAD"));

        Assert.Empty(Check(Sample.Ambito, Sample.Own, Closed(400), delivered));
    }

    [Theory]
    [InlineData("2021-08", 1)]
    [InlineData("2021-06", 0)]
    public void Ric08_ReportedAndDeliveredByNobody_IsToldWhereProvidersSendTheServiceInThePeriod(
        string month, int expected)
    {
        Discrepancy[] found =
        [
            .. Check(Delivered(month, "SAD", 7, "020066"), Reported("019086", "2021-T3", "SAD", 50_000, paid: 50_000))
                .Where(one => one.Body == "019086"),
        ];

        Assert.Equal(expected, found.Length);
        Assert.All(
            found,
            one =>
                Assert.Equal(
                    (Severity.Info, new Money(50_000), null), (one.Severity, one.Declared!.Value, one.Computed)));
    }

    [Fact]
    public void Ric08_ReportedByWhoUsesProviders_IsAWarning()
    {
        Discrepancy found = Assert.Single(
            Check(
                Delivered("2021-05", "SAD", 7),
                Reported("019021", "2021-T2", "SAD", 7, 7),
                Delivered("2021-08", "SAD", 9, "020066"),
                Reported("020066", "2021-T3", "SAD", 9, 9),
                Reported("019021", "2021-T3", "SAD", 50_000)));

        Assert.Equal((Severity.Warning, "019021"), (found.Severity, found.Body));
        Assert.Contains(
            "2021-T3: rendicontato, ma nessun ente gestore lo ha prestato; prestato non comunicato",
            found.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Ric08_ServiceWithoutAProviderFlow_IsNotCompared() => Assert.Empty(Check(
        Sample.Ambito, Closed(400), Reported("019021", "2021-T3", "Asilo nido", 50_000)));

    [Theory]
    [InlineData(110_000, 0)]
    [InlineData(60_000, 1)]
    public void Ric08_AgencyReportsForComuniThatDoNot_MatchesTheirSum(long reported, int expected)
    {
        IReadOnlyList<Discrepancy> found = Check(
            Delivered("2021-07", "SAD", 60_000), Delivered("2021-07", "SAD", 50_000, "020066", "ente-coop-due"),
            Reported("ente-concass", "2021", "SAD", reported));

        Assert.Equal(expected, found.Count);
        Assert.All(found, one => Assert.Equal("ente-concass", one.Body));
    }

    [Fact]
    public void Ric08_ComuneThatReportsItself_IsNotOnTheAgency() => Assert.Empty(Check(
        Delivered("2021-07", "SAD", 60_000), Delivered("2021-07", "SAD", 50_000, "020066", "ente-coop-due"),
        Reported("ente-concass", "2021", "SAD", 50_000), Reported("019021", "2021", "SAD", 60_000)));

    // The quarter reports another service only: the delivery belongs to the year, which reports its own.
    [Fact]
    public void Ric08_ReportsOfAQuarterAndOfTheYear_TakeEachDeliveryOnce() =>
        Assert.Empty(
            Check(
                Delivered("2021-02", "SAD", 60_000),
                Delivered("2021-07", "SAD", 50_000),
                Delivered("2021-08", "SED", 9),
                Reported("019021", "2021", "SAD", 60_000),
                Reported("019021", "2021-T3", "SAD", 50_000),
                Reported("ente-concass", "2021", "SED", 9)));

    [Fact]
    public void Ric08_OfTheSameDay_IsTheSameUploadByUploadAndInFull()
    {
        Posting[] postings =
        [
            Reported("019021", "2021-T3", "SAD", 100_000, 10),
            Delivered("2021-07", "SAD", 60_000),
            Delivered("2021-07", "SED", 5),
            Delivered("2021-03", "SAD", 7),
            Reported("ente-concass", "2021-T1", "RSA", 1),
        ];
        FundState full = Sample.Empty(Sample.Fnps) with
        {
            Contributions = Reconciler.Contributions(postings)[Sample.Fnps],
        };

        Assert.Equal(
            AcrossFunds
                .Check(Sample.Ambito, [new Reconciler(Sample.Ambito).Reconcile(full)], Closed(45))
                .Select(Describe),
            Check(Sample.Ambito, Closed(45), postings).Select(Describe),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Ric08_JustifiedAndOlder_StaysJustifiedWhileTheFiguresAreTheSame()
    {
        Posting[] postings = [Delivered("2021-07", "SAD", 100_000), Reported("019021", "2021-T3", "SAD", 90_000)];
        IReadOnlyList<Discrepancy> young = Check(Sample.Ambito, Closed(31), postings);
        Justification[] given =
        [
            .. young.Select(found =>
                DiscrepancyStates.Justify(found, "ente-udp", "contestazione in corso", Closed(31), until: null)),
        ];

        Assert.Equal(2, given.Length);
        foreach (int days in (int[])[0, 1, 2, 61, 4000])
        {
            Assert.All(
                DiscrepancyStates
                    .Of(Check(Sample.Ambito, Closed(days), postings), given, Closed(days))
                    .Where(state => state.Discrepancy is not null),
                state => Assert.Equal(DiscrepancyStatus.Justified, state.Status));
        }

        // A first payment changes what is open, not what was reported.
        postings[1] = Reported("019021", "2021-T3", "SAD", 90_000, paid: 1);
        Assert.Equal(
            [DiscrepancyStatus.Justified, DiscrepancyStatus.Open],
            DiscrepancyStates
                .Of(Check(Sample.Ambito, Closed(61), postings), given, Closed(61))
                .Select(state => state.Status));
    }

    private static Ambito Tolerant =>
        Sample.Ambito with
        {
            Flows = [new FlowSettings("prestazioni", null, new Money(4), null)],
        };

    private static DateOnly Closed(int days) => new DateOnly(2021, 9, 30).AddDays(days);

    private static string Describe(Discrepancy found) =>
        $"{found.Severity} {found.Text} {string.Join(' ', found.Evidence)}";

    private static IReadOnlyList<Discrepancy> Check(params Posting[] postings) => Check(Sample.Ambito, Today, postings);

    private static IReadOnlyList<Discrepancy> Check(Ambito ambito, DateOnly today, params Posting[] postings) =>
        Check(ambito, Sample.Fnps, today, postings);

    private static IReadOnlyList<Discrepancy> Check(
        Ambito ambito, FundKey fund, DateOnly today, params Posting[] postings)
    {
        FundState state = Sample.Empty(fund);
        foreach (Posting posting in postings)
        {
            state = Reconciler.Replace(state, posting.Slot, posting);
        }

        return
        [
            .. AcrossFunds
                .Check(ambito, [new Reconciler(ambito).Reconcile(state)], today)
                .Where(found => found.Code == "RIC-08"),
        ];
    }

    private static Posting Delivered(
        string period, string service, long cents, string comune = "019021", string provider = "ente-coop-uno") =>
        Sample.Posting(
            Sample.Slot($"{provider}-{comune}-{service}", "prestazioni", period),
            1,
            Sample.Entry(EntryKind.Delivered, cents, comune, purpose: service));

    private static Posting Reported(string body, string period, string intervention, long cents, long? paid = null)
    {
        List<LedgerEntry> entries = [Sample.Entry(EntryKind.Committed, cents, body, "3", purpose: intervention)];
        entries.AddRange(
            paid is { } known ? [Sample.Entry(EntryKind.Paid, known, body, "3", purpose: intervention)] : []);
        return Sample.Posting(Sample.Slot(body, "rendicontazione", period), 1, entries);
    }
}
