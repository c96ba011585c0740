using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Tests.Support;

namespace PianoZona.Contracts.Tests.Calendar;

/// <summary>What is asked of the Comuni of one group, and for how long who sends for them may.</summary>
public sealed class GroupObligationsTests
{
    private const string First = "019021";
    private const string Second = "019086";
    private const string Other = "020066";

    private static readonly Ambito Ambito = Sample.Ambito with
    {
        Groups =
        [
            new ComuneGroup("casalasco", "Sub-ambito casalasco", Sample.Day("2022-01-01"), Sample.Day("2024-12-31")),
        ],
        Deadlines = [Sample.SocialSpending with { Group = "casalasco", From = 2020 }],
    };

    /// <summary>A Comune that leads a group it is of has its own residents, be they known or not.</summary>
    [Fact]
    public void PopulationOf_AComuneThatLeadsItsOwnGroup_IsItsOwnAlone()
    {
        Ambito ambito = Ambito with { Groups = [Ambito.Groups[0] with { Body = First }] };

        Assert.Null(ambito.PopulationOf(ambito.FindSender(First)!, 1900));
        Assert.Null(ambito.PopulationOf(ambito.Groups[0], 1900));
    }

    [Theory]
    [InlineData("2021", "")] // the group was not there yet
    [InlineData("2023", "019021 019086")]
    [InlineData("2025", "")] // nor is it any more
    public void OfOccurrence_DeadlineOfAGroup_IsOwedByItsComuniWhileItIsThere(string period, string expected)
    {
        Obligations calendar = new(Ambito, DeadlineMoves.None, [], Sample.Day("2026-03-01"));

        Assert.Equal(
            expected,
            string.Join(' ', calendar.OfOccurrence(Sample.Flow, Period.Parse(period)).Select(one => one.Body.Code)));
        Assert.Equal(
            expected,
            string.Join(' ', calendar.FilesOf(Sample.Flow, Period.Parse(period)).Select(one => one.Body.Code)));
    }

    // Due long before the Ambito began: only who is of the group of which something came is asked.
    [Fact]
    public void Late_FileOfOneGroup_AccusesNobodyOfAnother()
    {
        Ambito ambito = Ambito with { Deadlines = [Sample.SocialSpending] };
        Obligations calendar = new(
            ambito, DeadlineMoves.None, [Sample.Upload("ente-concass", "2023", "2026-02-01", First)],
            Sample.Day("2026-03-01"));

        Assert.Equal(
            [Second], calendar.Late.Where(one => one.Period.Text == "2023").Select(one => one.Body.Code));
    }

    [Fact]
    public void FilesOf_SettingsOfAGroup_AreForItAlone()
    {
        Ambito ambito = Ambito with
        {
            Deadlines = [],
            Flows =
            [
                new FlowSettings(Sample.Flow, SenderKind.Comune, Money.Zero, null),
                new FlowSettings(Sample.Flow, SenderKind.Agency, Money.Zero, null) { Group = "casalasco" },
            ],
        };
        Obligations calendar = new(ambito, DeadlineMoves.None, [], Sample.Day("2026-03-01"));

        Assert.Equal(
            [Other, "ente-concass"],
            calendar.FilesOf(Sample.Flow, Period.Parse("2023")).Select(one => one.Body.Code).Order());
    }

    [Theory]
    [InlineData("2021", true)] // of the years before the group, too
    [InlineData("2024", true)]
    [InlineData("2025", false)]
    public void MaySendFor_GroupThatEnded_IsOfThePeriodsUpToItsEnd(string period, bool expected)
    {
        Sender agency = Ambito.FindSender("ente-concass")!;

        Assert.Equal(expected, Ambito.MaySendFor(agency, First, Period.Parse(period)));
        Assert.True(Ambito.MaySendFor(agency, First));
        Assert.False(Ambito.MaySendFor(agency, Other, Period.Parse("2024")));
    }
}
