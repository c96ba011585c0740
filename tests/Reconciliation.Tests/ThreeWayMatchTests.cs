using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class ThreeWayMatchTests
{
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
            "FNPS 2021, Casalmaggiore (019021), SAD, 2021-T3: prestati 1.100,00 €, rendicontati 1.000,00 €, pagati 900,00 €; periodo chiuso da 30 giorni.",
            found.Text);
        Assert.Equal(3, found.Evidence.Count);
    }

    [Theory]
    [InlineData("SAD", 110_000)]
    [InlineData("Assistenza domiciliare", 110_000)]
    [InlineData("SAD", 110_004)]
    public void Ric08_AgreeingWithinTheTolerance_IsNoDiscrepancy(string intervention, long reported)
    {
        Ambito ambito = Sample.Ambito with { Flows = [new FlowSettings("prestazioni", null, new Money(4), null)] };

        Assert.Empty(Check(ambito, Delivered("2021-07", "SAD", 110_000), Reported("019021", "2021-T3", intervention, reported)));
    }

    [Theory]
    [InlineData("2021-T2", "SAD")]
    [InlineData("2021-T3", "Segretariato sociale")]
    public void Ric08_NothingReportedOfThePeriodOrByName_IsNotCompared(string period, string intervention) => Assert.Empty(Check(
        Delivered("2021-07", "SAD", 110_000), Reported("019021", period, intervention, 5)));

    [Fact]
    public void Ric08_ServiceLeftOutOfTheReport_IsAnInformation()
    {
        Discrepancy found = Assert.Single(Check(Delivered("2021-07", "SAD", 110_000), Reported("019021", "2021-T3", "RSA", 5)));

        Assert.Equal((Severity.Info, null, new Money(110_000)), (found.Severity, found.Declared, found.Computed!.Value));
        Assert.Contains("non ancora rendicontati", found.Text, StringComparison.Ordinal);
    }

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

    private static IReadOnlyList<Discrepancy> Check(params ReadOnlySpan<Posting> postings) => Check(Sample.Ambito, postings);

    private static IReadOnlyList<Discrepancy> Check(Ambito ambito, params ReadOnlySpan<Posting> postings)
    {
        FundState state = Sample.Empty(Sample.Fnps);
        foreach (Posting posting in postings)
        {
            state = Reconciler.Replace(state, posting.Slot, posting);
        }

        return [.. AcrossFunds.Check(ambito, [new Reconciler(ambito).Reconcile(state)], Today).Where(found => found.Code == "RIC-08")];
    }

    private static Posting Delivered(string period, string service, long cents, string comune = "019021", string provider = "ente-coop-uno") =>
        Sample.Posting(Sample.Slot(provider, "prestazioni", period), 1, Sample.Entry(EntryKind.Delivered, cents, comune, purpose: service));

    private static Posting Reported(string body, string period, string intervention, long cents, long? paid = null)
    {
        List<LedgerEntry> entries = [Sample.Entry(EntryKind.Committed, cents, body, "3", purpose: intervention)];
        entries.AddRange(paid is { } known ? [Sample.Entry(EntryKind.Paid, known, body, "3", purpose: intervention)] : []);
        return Sample.Posting(Sample.Slot(body, "rendicontazione", period), 1, entries);
    }
}
