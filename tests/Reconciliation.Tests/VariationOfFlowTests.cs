using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>What a body tells against what it told of the year before.</summary>
public sealed class VariationOfFlowTests
{
    private const string Body = "019021";
    private static readonly FundKey Before = new("COM", 2020);
    private static readonly FundKey After = new("COM", 2021);

    [Theory]
    [InlineData(100_00, 131_00, 1)]
    [InlineData(100_00, 69_00, 1)]
    [InlineData(100_00, 130_00, 0)]
    [InlineData(0, 130_00, 0)]
    public void Ric23_ByTheThreshold_IsToldOrNot(long before, long after, int expected) => Assert.Equal(
        expected,
        Found(
            Ambito("0.30", isBuiltIn: true),
            Told(Body, "2020", Spent(Before, before)), Told(Body, "2021", Spent(After, after))).Length);

    [Fact]
    public void Ric23_WhoeverSendsTheYears_ComparesTheBodyWithItselfAndNamesBothFiles()
    {
        Discrepancy found = Assert.Single(Found(
            Ambito("0.30", isBuiltIn: true),
            Told("ente-concass", "2020", Spent(Before, 100_00)), Told(Body, "2021", Spent(After, 10_00))));

        Assert.Equal(
            (Severity.Info, After, Body, new Money(10_00), new Money(100_00)),
            (found.Severity, found.Fund, found.Body, found.Declared, found.Computed));
        Assert.Equal(2, found.Evidence.Count);
        Assert.Equal(
            "COM, Casalmaggiore (019021): «spesa-sociale» 2021, ANZIANI, liquidato 10,00 € a fronte di 100,00 € "
            + "dell'anno prima, -90,00% (soglia 30,00%).",
            found.Text);
    }

    [Fact]
    public void Ric23_AreaThatIsGone_HasChangedByAllOfIt() => Assert.Contains(
        "-100,00%",
        Assert.Single(Found(
            Ambito("0.30", isBuiltIn: true),
            Told(Body, "2020", Spent(Before, 100_00), Spent(Before, 50_00, "MINORI")),
            Told(Body, "2021", Spent(After, 50_00, "MINORI")))).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Ric23_BodyThatToldNothing_IsNotCompared() => Assert.Empty(Found(
        Ambito("0.30", isBuiltIn: true),
        Told(Body, "2020", Spent(Before, 100_00)),
        Told("020066", "2021", Spent(After, 50_00) with { Beneficiary = "020066" })));

    [Fact]
    public void Ric23_ThresholdOfTheAmbito_IsAWarning() => Assert.Equal(
        Severity.Warning,
        Assert.Single(Found(
            Ambito("0.05", isBuiltIn: false),
            Told(Body, "2020", Spent(Before, 100_00)), Told(Body, "2021", Spent(After, 110_00)))).Severity);

    [Fact]
    public void Ric23_NoThreshold_TellsNothing() => Assert.Empty(Found(
        Sample.Ambito, Told(Body, "2020", Spent(Before, 100_00)), Told(Body, "2021", Spent(After, 1_00))));

    // A quarter is compared with the same quarter, whatever the fund year.
    [Fact]
    public void Ric23_AnyFlowWithAThreshold_ComparesPeriodWithPeriod()
    {
        Ambito ambito = Sample.Ambito with
        {
            Flows = [new FlowSettings("rendicontazione", null, Money.Zero, 0.10m)],
        };

        Discrepancy[] found = Found(
            ambito,
            Told(Body, "2020-T1", Spent(Before, 100_00), "rendicontazione"),
            Told(Body, "2020-T2", Spent(Before, 300_00), "rendicontazione"),
            Told(Body, "2021-T1", Spent(Before, 100_00), "rendicontazione"),
            Told(Body, "2021-T2", Spent(After, 200_00), "rendicontazione"));

        Assert.Contains("«rendicontazione» 2021-T2", Assert.Single(found).Text, StringComparison.Ordinal);
    }

    private static Discrepancy[] Found(Ambito ambito, params IReadOnlyList<Posting> told)
    {
        Reconciler reconciler = new(ambito);
        FundState[] states =
        [
            .. Reconciler.Contributions(told).Select(fund =>
                reconciler.Reconcile(Sample.Empty(fund.Key) with { Contributions = fund.Value })),
        ];
        return [.. AcrossFunds.Check(ambito, states, new DateOnly(2022, 1, 1)).Where(found => found.Code == "RIC-23")];
    }

    private static Ambito Ambito(string threshold, bool isBuiltIn) => Sample.Ambito with
    {
        Flows =
        [
            new FlowSettings(
                "spesa-sociale", SenderKind.Comune, Money.Zero,
                decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture))
            { IsBuiltIn = isBuiltIn },
        ],
    };

    private static Posting Told(string sender, string period, params IReadOnlyList<LedgerEntry> entries) =>
        Told(sender, period, "spesa-sociale", entries);

    private static Posting Told(string sender, string period, LedgerEntry entry, string flow) =>
        Told(sender, period, flow, [entry]);

    private static Posting Told(string sender, string period, string flow, IReadOnlyList<LedgerEntry> entries) =>
        Sample.Posting(Sample.Slot(sender, flow, period), 1, entries);

    private static LedgerEntry Spent(FundKey fund, long cents, string area = "ANZIANI") =>
        Sample.Entry(EntryKind.Paid, cents, Body, fund: fund, purpose: area);
}
