using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class DiscrepancyStatesTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Of_NothingGiven_IsOpen() =>
        Assert.Equal((DiscrepancyStatus.Open, null), Only(DiscrepancyStates.Of([Found(125_000)], [], Today)));

    [Fact]
    public void Of_JustifiedAndRecomputedWithTheSameFigures_IsJustified()
    {
        Justification given = DiscrepancyStates.Justify(
            Found(125_000), "ente-udp", "delibera in corso", Today, Today.AddDays(30));

        Assert.Equal(
            (DiscrepancyStatus.Justified, given),
            Only(DiscrepancyStates.Of([Found(125_000)], [given], Today.AddDays(30))));
    }

    [Fact]
    public void Of_FiguresChangedOrTimeOver_IsOpenAgainWithTheReasonStillKnown()
    {
        Justification given = DiscrepancyStates.Justify(
            Found(125_000), "ente-udp", "delibera in corso", Today, Today.AddDays(30));

        Assert.Equal((DiscrepancyStatus.Open, given), Only(DiscrepancyStates.Of([Found(125_001)], [given], Today)));
        Assert.Equal(
            (DiscrepancyStatus.Open, given), Only(DiscrepancyStates.Of([Found(125_000)], [given], Today.AddDays(31))));
    }

    [Fact]
    public void Of_FoundNoMore_IsClosed()
    {
        Justification given = DiscrepancyStates.Justify(Found(125_000), "ente-udp", "delibera in corso", Today, null);

        DiscrepancyState state = Assert.Single(DiscrepancyStates.Of([], [given], Today));

        Assert.Equal((DiscrepancyStatus.Closed, null), (state.Status, state.Discrepancy));
    }

    [Fact]
    public void Of_SeveralReasons_TheLastGivenCounts()
    {
        Justification old = DiscrepancyStates.Justify(Found(125_000), "ente-udp", "prima", Today, null);
        Justification last = DiscrepancyStates.Justify(Found(126_000), "ente-udp", "dopo", Today.AddDays(1), null);

        Assert.Equal(
            (DiscrepancyStatus.Justified, last), Only(DiscrepancyStates.Of([Found(126_000)], [last, old], Today)));
        Assert.Equal((DiscrepancyStatus.Open, last), Only(DiscrepancyStates.Of([Found(125_000)], [old, last], Today)));
    }

    [Fact]
    public void KeyOf_CountOfDays_IsTheSameDiscrepancy()
    {
        Discrepancy today = Found(125_000) with { Text = "SAD, 2025: prestati 1,00 €; periodo chiuso da 30 giorni." };

        Assert.Equal(
            DiscrepancyStates.KeyOf(today), KeyWith("SAD, 2025: prestati 2,00 €; periodo chiuso da 131 giorni."));
        Assert.NotEqual(
            DiscrepancyStates.KeyOf(today), KeyWith("SAD, 2024: prestati 1,00 €; periodo chiuso da 30 giorni."));

        DiscrepancyKey KeyWith(string text) => DiscrepancyStates.KeyOf(today with { Text = text });
    }

    [Fact]
    public void KeyOf_OtherBodyOrYear_IsAnotherDiscrepancy()
    {
        Assert.Equal(DiscrepancyStates.KeyOf(Found(125_000)), DiscrepancyStates.KeyOf(Found(999_125_000)));
        Assert.NotEqual(DiscrepancyStates.KeyOf(Found(125_000)), DiscrepancyStates.KeyOf(Found(125_000, "020066")));
        Assert.NotEqual(DiscrepancyStates.KeyOf(Found(125_000)), DiscrepancyStates.KeyOf(Found(125_000, year: 2022)));
    }

    [Theory]
    [InlineData("", "motivo", 0)]
    [InlineData("ente-udp", " ", 0)]
    [InlineData("ente-udp", "motivo", -1)]
    public void Justify_WithoutNameReasonOrTime_IsRefused(string by, string reason, int days) =>
        Assert.ThrowsAny<ArgumentException>(() =>
            DiscrepancyStates.Justify(Found(125_000), by, reason, Today, Today.AddDays(days)));

    private static (DiscrepancyStatus Status, Justification? Given) Only(IReadOnlyList<DiscrepancyState> states)
    {
        DiscrepancyState state = Assert.Single(states);
        Assert.NotNull(state.Discrepancy);
        return (state.Status, state.Justification);
    }

    private static Discrepancy Found(long committed, string body = "019021", int year = 2021)
    {
        FundKey fund = new("FNPS", year);
        return Assert.Single(
            Sample
                .Reconciled(
                    fund,
                    Sample.Entry(EntryKind.Assigned, 900_000_000_00, fund: fund),
                    Sample.Entry(EntryKind.Allocated, 100_000, body, fund: fund),
                    Sample.Entry(EntryKind.Committed, committed, body, fund: fund))
                .Discrepancies,
            found => found.Code == "RIC-02");
    }
}
