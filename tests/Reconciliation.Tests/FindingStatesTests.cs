using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

public sealed class FindingStatesTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Of_NothingGiven_IsOpen() =>
        Assert.Equal((FindingStatus.Open, null), Only(FindingStates.Of([Found(125_000)], [], Today)));

    [Fact]
    public void Of_JustifiedAndRecomputedWithTheSameFigures_IsJustified()
    {
        Justification given = FindingStates.Justify(Found(125_000), "ente-udp", "delibera in corso", Today, Today.AddDays(30));

        Assert.Equal((FindingStatus.Justified, given), Only(FindingStates.Of([Found(125_000)], [given], Today.AddDays(30))));
    }

    [Fact]
    public void Of_FiguresChangedOrTimeOver_IsOpenAgainWithTheReasonStillKnown()
    {
        Justification given = FindingStates.Justify(Found(125_000), "ente-udp", "delibera in corso", Today, Today.AddDays(30));

        Assert.Equal((FindingStatus.Open, given), Only(FindingStates.Of([Found(125_001)], [given], Today)));
        Assert.Equal((FindingStatus.Open, given), Only(FindingStates.Of([Found(125_000)], [given], Today.AddDays(31))));
    }

    [Fact]
    public void Of_FoundNoMore_IsClosed()
    {
        Justification given = FindingStates.Justify(Found(125_000), "ente-udp", "delibera in corso", Today, null);

        FindingState state = Assert.Single(FindingStates.Of([], [given], Today));

        Assert.Equal((FindingStatus.Closed, null), (state.Status, state.Finding));
    }

    [Fact]
    public void Of_SeveralReasons_TheLastGivenCounts()
    {
        Justification old = FindingStates.Justify(Found(125_000), "ente-udp", "prima", Today, null);
        Justification last = FindingStates.Justify(Found(126_000), "ente-udp", "dopo", Today.AddDays(1), null);

        Assert.Equal((FindingStatus.Justified, last), Only(FindingStates.Of([Found(126_000)], [last, old], Today)));
        Assert.Equal((FindingStatus.Open, last), Only(FindingStates.Of([Found(125_000)], [old, last], Today)));
    }

    [Fact]
    public void KeyOf_CountOfDays_IsTheSameFinding()
    {
        Discrepancy today = Found(125_000) with { Text = "SAD, 2025: prestati 1,00 €; periodo chiuso da 30 giorni." };

        Assert.Equal(FindingStates.KeyOf(today), FindingStates.KeyOf(today with { Text = "SAD, 2025: prestati 2,00 €; periodo chiuso da 131 giorni." }));
        Assert.NotEqual(FindingStates.KeyOf(today), FindingStates.KeyOf(today with { Text = "SAD, 2024: prestati 1,00 €; periodo chiuso da 30 giorni." }));
    }

    [Fact]
    public void KeyOf_OtherBodyOrYear_IsAnotherFinding()
    {
        Assert.Equal(FindingStates.KeyOf(Found(125_000)), FindingStates.KeyOf(Found(999_125_000)));
        Assert.NotEqual(FindingStates.KeyOf(Found(125_000)), FindingStates.KeyOf(Found(125_000, "020066")));
        Assert.NotEqual(FindingStates.KeyOf(Found(125_000)), FindingStates.KeyOf(Found(125_000, year: 2022)));
    }

    [Theory]
    [InlineData("", "motivo", 0)]
    [InlineData("ente-udp", " ", 0)]
    [InlineData("ente-udp", "motivo", -1)]
    public void Justify_WithoutNameReasonOrTime_IsRefused(string by, string reason, int days) =>
        Assert.ThrowsAny<ArgumentException>(() => FindingStates.Justify(Found(125_000), by, reason, Today, Today.AddDays(days)));

    private static (FindingStatus Status, Justification? Given) Only(IReadOnlyList<FindingState> states)
    {
        FindingState state = Assert.Single(states);
        Assert.NotNull(state.Finding);
        return (state.Status, state.Justification);
    }

    private static Discrepancy Found(long committed, string body = "019021", int year = 2021)
    {
        FundKey fund = new("FNPS", year);
        return Assert.Single(
            Sample.Reconciled(
                fund, Sample.Entry(EntryKind.Assigned, 900_000_000_00, fund: fund), Sample.Entry(EntryKind.Allocated, 100_000, body, fund: fund),
                Sample.Entry(EntryKind.Committed, committed, body, fund: fund)).Discrepancies,
            found => found.Code == "RIC-02");
    }
}
