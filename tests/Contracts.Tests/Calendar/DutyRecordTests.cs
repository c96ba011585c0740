using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Tests.Support;

namespace PianoZona.Contracts.Tests.Calendar;

/// <summary>Duties without a file, marked as done with their act; and events, of the bodies they happened to.</summary>
public sealed class DutyRecordTests
{
    private const string First = "019021";
    private const string Second = "020066";

    private static readonly Ambito Ambito = Sample.Of(
        [Sample.Comune(First, "Casalmaggiore"), Sample.Comune(Second, "Viadana")],
        Rule("regolamento", new DueRule.Yearly(3, 31, 0)),
        Rule("isee", new DueRule.DaysAfterEvent(30)),
        Rule("variazione", new DueRule.DaysAfterEvent(10)) with { Flow = Sample.Flow });

    [Theory]
    [InlineData("2026-03-20", ObligationState.DoneOnTime)]
    [InlineData("2026-04-01", ObligationState.DoneLate)]
    public void State_DutyMarkedByAnAct_IsDoneOnTheDayOfTheAct(string day, ObligationState expected)
    {
        Obligations calendar = On("2026-06-01", [Done(First, "2026", "C.C. n. 12", day)]);

        Obligation done = calendar.Find("regolamento", Period.Parse("2026"), First)!;
        Assert.Equal((expected, "C.C. n. 12"), (done.State, done.Done!.Act));
        // Who has not is late, since the first year that is marked and not before.
        Assert.Equal(ObligationState.Overdue, calendar.Find("regolamento", Period.Parse("2026"), Second)!.State);
        Assert.Equal(ObligationState.Unknown, calendar.Find("regolamento", Period.Parse("2025"), Second)!.State);
        Assert.Equal([Second], calendar.Late.Select(one => one.Body.Code));
    }

    [Fact]
    public void State_MarkTakenBack_IsAsBefore()
    {
        DutyDone done = Done(First, "2026", "C.C. n. 12", "2026-03-20");
        Obligations calendar = On("2026-06-01", [done, done with { Act = null, At = done.At.AddDays(1) }]);

        Assert.Equal(ObligationState.Unknown, calendar.Find("regolamento", Period.Parse("2026"), First)!.State);
    }

    [Theory]
    [InlineData("2026-05-01", ObligationState.NotOpen)]
    [InlineData("2026-05-20", ObligationState.Awaited)] // from thirty days before it is known
    [InlineData("2026-07-10", ObligationState.Awaited)] // the last day
    [InlineData("2026-07-11", ObligationState.Overdue)]
    public void State_RecordedEvent_IsOwedByWhomItHappenedToAlone(string today, ObligationState expected)
    {
        RecordedEvent happened = new(
            "isee", First, Sample.Day("2026-06-10"), "Richiesta", "ente-udp", DateTimeOffset.UnixEpoch);
        Obligations calendar = On(today, [], happened);

        Obligation owed = Assert.Single(
            calendar.Between(Sample.Day("2026-07-10"), Sample.Day("2026-07-10")), one => one.Rule.Id == "isee");
        Assert.Equal((First, expected), (owed.Body.Code, owed.State));
        Assert.Null(calendar.Find("isee", Period.Parse("2026-06-10"), Second));
        Obligations undone = On(today, [], happened, happened with { Reason = null, At = happened.At.AddDays(1) });
        Assert.Null(undone.Find("isee", Period.Parse("2026-06-10"), First));
    }

    [Theory]
    [InlineData("2026-06-20", ObligationState.DoneOnTime)]
    [InlineData("2026-06-21", ObligationState.DoneLate)]
    public void FilesOf_FileOfADay_IsAnEventOfItsSenderAndAccusesNobody(string received, ObligationState expected)
    {
        Obligations calendar = new(
            Ambito, DeadlineMoves.None, [Sample.Upload(First, "2026-06-10", received)], Sample.Day("2026-07-01"));

        ExpectedFile file = Assert.Single(calendar.FilesOf(Sample.Flow, Period.Parse("2026-06-10")));
        Assert.Equal((First, true, false), (file.Body.Code, file.IsSent, file.IsMissing));
        Assert.Equal(expected, Assert.Single(file.Duties).State);
    }

    private static DeadlineRule Rule(string id, DueRule due) => new(
        id, Flow: null, due, From: null, SenderKind.Comune, DeadlineRule.DefaultOffsets, RollForward: false,
        Soft: false);

    private static DutyDone Done(string body, string period, string act, string day) => new(
        "regolamento", period, body, act, Sample.Day(day), "ente-udp", DateTimeOffset.UnixEpoch);

    private static Obligations On(
        string today, IEnumerable<DutyDone> done, params IReadOnlyList<RecordedEvent> events) => new(
        Ambito, new DeadlineMoves([]) { Records = new DutyRecords(done, events) }, [], Sample.Day(today));
}
