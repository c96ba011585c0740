using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Tests.Support;

namespace PianoZona.Contracts.Tests.Calendar;

public sealed class ObligationsTests
{
    /// <summary>
    /// Ten years of each form: a rule, the first and last day of the stretch, the days that are on time.
    /// </summary>
    public static TheoryData<DueRule, string, string> TenYears => new()
    {
        {
            new DueRule.Yearly(6, 30, 1), "2021-01-01",
            "2021-06-30 2022-06-30 2023-06-30 2024-07-01 2025-06-30 2026-06-30 2027-06-30 2028-06-30 2029-07-02 "
                + "2030-07-01"
        },
        {
            new DueRule.EndOfMonth(2, 1), "2021-01-01",
            "2021-03-01 2022-02-28 2023-02-28 2024-02-29 2025-02-28 2026-03-02 2027-03-01 2028-02-29 2029-02-28 "
                + "2030-02-28"
        },
        {
            new DueRule.Yearly(3, 31, 0), "2021-01-01",
            "2021-03-31 2022-03-31 2023-03-31 2024-04-02 2025-03-31 2026-03-31 2027-03-31 2028-03-31 2029-04-03 "
                + "2030-04-01"
        },
        {
            new DueRule.Yearly(10, 4, 0), "2021-01-01",
            "2021-10-04 2022-10-04 2023-10-04 2024-10-04 2025-10-06 2026-10-05 2027-10-05 2028-10-05 2029-10-05 "
                + "2030-10-07"
        },
        { new DueRule.Once(new DateOnly(2026, 6, 2)), "2021-01-01", "2026-06-03" },
    };

    [Theory]
    [MemberData(nameof(TenYears))]
    public void Of_TenYears_RollsForwardToTheNextWorkingDay(DueRule due, string first, string expected)
    {
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana")], Sample.Rule("spesa-sociale", due));

        Assert.Equal(expected, OnTime(new Obligations(ambito, DeadlineMoves.None, [], Sample.Day(first))
            .Between(Sample.Day(first), new DateOnly(2030, 12, 31))));
    }

    /// <summary>Nothing is asked of a body for periods in which it was not there.</summary>
    [Theory]
    [InlineData(null, null, "2024 2025", "2024 2025")]
    [InlineData("2025-02-21", null, "2025", "2024 2025")]
    [InlineData(null, "2024-12-31", "2024", "2024")]
    [InlineData("2025-06-01", "2025-06-30", "2025", "2024 2025")]
    public void Between_BodyThatWasBornOrEnded_OwesWhileItIsThere(
        string? from, string? to, string expected, string withFormerCodes)
    {
        Sender body = Sample.Comune("020066", "Viadana") with
        {
            From = from is null ? null : Sample.Day(from), To = to is null ? null : Sample.Day(to),
        };

        Assert.Equal(expected, Owed(body));
        Assert.Equal(
            withFormerCodes,
            Owed(body with { FormerCodes = [new FormerCode("020999", new DateOnly(2025, 2, 20), null)] }));
    }

    /// <summary>What was sent under a former code is of the body of today.</summary>
    [Fact]
    public void FilesOf_SentUnderAFormerCode_IsSent()
    {
        Ambito ambito = Sample.Of(
            [
                Sample.Comune("020066", "Viadana") with
                {
                    FormerCodes = [new FormerCode("020999", new DateOnly(2025, 2, 20), "Un altro")],
                },
            ],
            Sample.SocialSpending);
        Obligations calendar = new(
            ambito, DeadlineMoves.None, [Sample.Upload("020999", "2025")], Sample.Day("2026-06-10"));

        Assert.True(calendar.FilesOf(Sample.Flow, Contracts.Period.Parse("2025")).Single().IsSent);
    }

    [Fact]
    public void Of_ShortPeriodsOfTheUfficioDiPiano_GivesTenYearsOfDaysInOrder()
    {
        Ambito ambito = Sample.Of(
            [Sample.Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano")],
            NoFile("mensile", new DueRule.Monthly(10, 1)),
            NoFile("trimestrale", new DueRule.Quarterly(20, 1)),
            NoFile("semestrale", new DueRule.HalfYearly(7, 31, 1, 31)));
        ILookup<string, Obligation> found = new Obligations(ambito, DeadlineMoves.None, [], new DateOnly(2021, 1, 1))
            .Between(new DateOnly(2021, 1, 1), new DateOnly(2030, 12, 31))
            .ToLookup(one => one.Rule.Id, StringComparer.Ordinal);

        Assert.Equal(120, found["mensile"].Count());
        Assert.Equal(40, found["trimestrale"].Count());
        Assert.Equal(20, found["semestrale"].Count());
        Assert.All(
            found.SelectMany(group => group),
            one =>
                Assert.True(new WorkingDays(PatronSaint: null).Include(one.OnTimeUntil) && one.OnTimeUntil >= one.Due));
        Assert.Equal("2021-02-01 2021-08-02 2022-01-31 2022-08-01", OnTime(found["semestrale"].Take(4)));
    }

    [Fact]
    public void Of_PatronSaintOnTheDay_MovesForThatComuneOnly()
    {
        Ambito ambito = Sample.Ambito with { Deadlines = [Sample.Rule("spesa-sociale", new DueRule.Yearly(8, 11, 1))] };

        Assert.Equal("2026-08-12 2026-08-11 2026-08-11", OnTime(Sample.Obligations(ambito, "2026-08-01")));
    }

    [Fact]
    public void Of_NoRollForward_KeepsTheDay()
    {
        Ambito ambito = Sample.Of(
            [Sample.Comune("020066", "Viadana")],
            Sample.SocialSpending with
            {
                RollForward = false,
            });

        Assert.Equal("2024-06-30", OnTime(Sample.Obligations(ambito, "2024-06-01")));
    }

    [Fact]
    public void Of_EventOfABody_CountsFromItsDay()
    {
        DeadlineRule rule = Sample.Rule("spesa-sociale", new DueRule.DaysAfterEvent(10)) with { Id = "variazione" };
        Ambito ambito = Sample.Ambito with { Deadlines = [rule] };
        DutyEvent[] events =
        [
            new("variazione", "020066", new DateOnly(2026, 5, 23)),
            new("altro", "020066", new DateOnly(2026, 5, 23)),
        ];

        Obligation found = Assert.Single(
            new Obligations(ambito, DeadlineMoves.None, [], new DateOnly(2026, 5, 25), events).Between(
                new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)));
        Assert.Equal(
            ("020066", "2026-05-23", Sample.Day("2026-06-03")),
            (found.Body.Code, found.Period.Text, found.OnTimeUntil));
    }

    [Theory]
    [InlineData("2025-12-31", null, ObligationState.NotOpen)]
    [InlineData("2026-01-01", null, ObligationState.Awaited)]
    [InlineData("2026-06-30", null, ObligationState.Awaited)]
    [InlineData("2026-07-01", null, ObligationState.Overdue)]
    [InlineData("2026-07-01", "2026-06-30", ObligationState.DoneOnTime)]
    [InlineData("2026-07-01", "2026-07-01", ObligationState.DoneLate)]
    public void Of_DayAndUpload_GivesTheState(string today, string? received, ObligationState expected)
    {
        CurrentUpload[] uploads = received is null ? [] : [Sample.Upload("020066", "2025", received)];
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana")], Sample.SocialSpending);

        IReadOnlyList<Obligation> found = new Obligations(ambito, DeadlineMoves.None, uploads, Sample.Day(today))
            .Between(new DateOnly(2026, 6, 1), new DateOnly(2026, 7, 1));
        Assert.Equal(expected, Assert.Single(found).State);
    }

    /// <summary>
    /// The deadlines page tells of each day, the receipt of the last: a file between them is late for the first day
    /// and in time.
    /// </summary>
    [Theory]
    [InlineData("2026-06-30", "DoneOnTime DoneOnTime")]
    [InlineData("2026-07-15", "DoneLate DoneOnTime")]
    [InlineData("2026-10-01", "DoneLate DoneLate")]
    public void TermOf_TwoDeadlinesOfOneFlow_IsTheLastOfTheirDays(string received, string states)
    {
        DeadlineRule second = Sample.SocialSpending with { Id = "seconda", Due = new DueRule.Yearly(9, 30, 1) };
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana")], Sample.SocialSpending, second);

        Assert.Equal((states, Sample.Day("2026-09-30")), StatesAndTerm(ambito, DeadlineMoves.None, received, "FNPS"));
    }

    [Theory]
    [InlineData("2026-07-15", "FNPS", "DoneLate DoneOnTime")]
    [InlineData("2026-07-15", "QSFP", "DoneLate Awaited")]
    [InlineData("2026-10-01", "FNPS", "DoneLate DoneLate")]
    public void TermOf_ProrogaOfOneFund_IsItsDayForTheWholeFile(string received, string fund, string states)
    {
        Ambito ambito = Sample.Of([Sample.Comune("020066", "Viadana")], Sample.SocialSpending);
        DeadlineMoves moves = new([Sample.Move("020066", "2026-09-30") with { Fund = "FNPS" }]);

        Assert.Equal((states, Sample.Day("2026-09-30")), StatesAndTerm(ambito, moves, received, fund));
    }

    [Fact]
    public void Of_AgencySentTheFigures_CountsForTheBodiesItNamed()
    {
        IReadOnlyList<Obligation> found = Sample.Obligations(
            Sample.Ambito,
            "2026-06-15",
            Sample.Upload("ente-concass", "2025", "2026-06-10", "019021"),
            Sample.Upload("019086", "2024"));

        Assert.Equal(
            [
                ("019021", ObligationState.DoneOnTime),
                ("019086", ObligationState.Awaited),
                ("020066", ObligationState.Awaited),
            ],
            found.Select(one => (one.Body.Code, one.State)));
    }

    [Fact]
    public void Of_FlowThatTheHubDoesNotReceive_IsLeftOut()
    {
        Ambito ambito = Sample.Ambito with
        {
            Deadlines =
            [
                Sample.Rule("flusso-di-domani", new DueRule.Monthly(15, 1)),
                Sample.Rule("spesa-sociale", new DueRule.Monthly(15, 1)),
            ],
        };

        Assert.Empty(Sample.Obligations(ambito, "2026-06-01"));
    }

    [Fact]
    public void Of_DutyWithoutFile_IsUnknownOnceItsDayIsPast()
    {
        Ambito ambito = Sample.Of(
            [Sample.Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano")],
            NoFile("relazione", new DueRule.EndOfMonth(2, 1)));

        Assert.Equal(ObligationState.Awaited, Assert.Single(Sample.Obligations(ambito, "2027-03-01")).State);
        Assert.Equal(ObligationState.Unknown, Assert.Single(Sample.Obligations(ambito, "2027-03-02")).State);
    }

    private static (string States, DateOnly? Term) StatesAndTerm(
        Ambito ambito, DeadlineMoves moves, string received, string fund)
    {
        CurrentUpload sent = Sample.Upload("020066", "2025", received, "020066") with { Funds = [new(fund, 2025)] };
        Obligations calendar = new(ambito, moves, [sent], Sample.Day(received));
        (Sender body, Period period) = (ambito.FindSender("020066")!, Period.Parse("2025"));
        return (
            string.Join(' ', calendar.OwedBy(body, Sample.Flow, period).Select(one => one.State)),
            calendar.TermOf(body, Sample.Flow, period));
    }

    private static DeadlineRule NoFile(string id, DueRule due) =>
        Sample.Rule(id, due, SenderKind.PlanOffice) with
        {
            Flow = null,
        };

    private static string OnTime(IEnumerable<Obligation> found) =>
        string.Join(' ', found.Select(one => one.OnTimeUntil.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static string Owed(Sender body) => string.Join(
        ' ',
        new Obligations(
                Sample.Of([body], Sample.SocialSpending), DeadlineMoves.None, [Sample.Upload("019021", "2024")],
                Sample.Day("2025-01-01"))
            .Between(new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31)).Select(one => one.Period.Text));
}
