using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Tests.Support;

namespace PianoZona.Contracts.Tests.Calendar;

/// <summary>From when a body is late with what is past, and for how long.</summary>
public sealed class WhatIsAskedForTests
{
    private static readonly Ambito Two = Sample.Of(
        [Sample.Comune("019021", "Casalmaggiore"), Sample.Comune("020066", "Viadana")], Sample.SocialSpending);

    // Due on Sunday 30 June 2024: on Monday it is on time, whoever asks.
    [Theory]
    [InlineData("2024-06-30", ObligationState.Awaited)]
    [InlineData("2024-07-01", ObligationState.Awaited)]
    [InlineData("2024-07-02", ObligationState.Overdue)]
    public void State_DueOnASunday_IsTheSameAtEveryDoor(string today, ObligationState expected)
    {
        Obligations calendar = new(
            Two, DeadlineMoves.None, [Sample.Upload("019021", "2023", "2024-05-02")], Sample.Day(today));
        Period period = Period.Parse("2023");
        Sender viadana = Two.Senders[1];
        ExpectedFile file = calendar.FilesOf(Sample.Flow, period).Single(one => one.Body == viadana);

        Assert.Equal(expected, Assert.Single(calendar.OwedBy(viadana, Sample.Flow, period)).State);
        Assert.Equal(expected, calendar.OfOccurrence(Sample.Flow, period)[1].State);
        Assert.Equal(
            expected,
            calendar.Between(Sample.Day("2024-06-30"), Sample.Day("2024-06-30"))
                .Single(one => one.Body == viadana).State);
        Assert.Equal(expected, calendar.Open.Single(one => one.Period == period).State);
        Assert.Equal(expected == ObligationState.Overdue, file.IsPast);
        Assert.Equal((false, Sample.Day("2024-07-01")), (file.IsSent, file.OnTimeUntil!.Value));
        Assert.Equal(Sample.Day("2024-07-01"), calendar.TermOf(viadana, Sample.Flow, period));
    }

    // What has ended is asked for as before, up to its last year, and nothing of it after.
    [Fact]
    public void Late_DeadlineThatHasEnded_IsAskedUpToItsLastYear()
    {
        Ambito ambito = Two with { Deadlines = [Sample.SocialSpending with { From = 2022, To = 2023 }] };
        Obligations calendar = new(ambito, DeadlineMoves.None, [], Sample.Day("2026-12-01"));

        Assert.Equal("2022 2023", Past(calendar, "020066"));
        Assert.Empty(calendar.OwedBy(Two.Senders[1], Sample.Flow, Period.Parse("2024")));
        Assert.Empty(calendar.NextOf(Two.Senders[1]));
        Assert.Empty(calendar.FilesOf(Sample.Flow, Period.Parse("2024")));
    }

    // Due on 30 June of each year. "-" = no file came; else the day of the first, of an office that owes nothing here.
    [Theory]
    [InlineData(null, false, "2025-03-10", "2023 2024 2025")] // a year before the first file, then everything
    [InlineData(null, true, "2025-03-10", "2024 2025")] // the catalogue's: since the first file
    [InlineData(null, true, "2025-07-01", "2025")]
    [InlineData(2020, false, "2025-03-10", "2020 2021 2022 2023 2024 2025")] // since its first year
    [InlineData(null, false, "-", "2025")] // nothing yet: the last year
    [InlineData(null, true, "-", "")]
    public void Late_NobodyHasSent_IsWhatIsAskedFor(int? start, bool builtIn, string first, string expected)
    {
        Ambito ambito = Two with
        {
            Senders = [.. Two.Senders, Sample.Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano")],
            Deadlines = [Sample.SocialSpending with { From = start }],
            DeadlinesAreBuiltIn = builtIn,
        };
        CurrentUpload[] uploads = first is "-" ? [] : [Sample.Upload("ente-udp", "2019", first)];
        Obligations calendar = new(ambito, DeadlineMoves.None, uploads, Sample.Day("2026-12-01"));

        Assert.Equal(expected, Past(calendar, "020066"));
        Assert.Equal(expected, Past(calendar, "019021"));
    }

    [Theory]
    [InlineData("019021", "2018", "2018")] // somebody has sent that period
    [InlineData("ente-concass", "2018", "")] // who owes nothing of it
    public void Late_BeforeTheFirstFile_IsAskedForWhereItHasBegun(string sender, string period, string expected)
    {
        Ambito ambito = Two with { DeadlinesAreBuiltIn = true };
        Obligations calendar = new(
            ambito, DeadlineMoves.None, [Sample.Upload(sender, period, "2026-07-15")], Sample.Day("2026-12-01"));

        Assert.Equal(expected, Past(calendar, "020066"));
        Assert.Equal(
            ObligationState.Unknown,
            calendar.OfOccurrence(Sample.Flow, Period.Parse("2017")).Single(one => one.Body.Code == "020066").State);
        Assert.Empty(calendar.FilesOf(Sample.Flow, Period.Parse("2017")));
    }

    [Fact]
    public void Late_BeforeTheFirstFile_IsAskedForWhereItWasMoved()
    {
        Obligations calendar = new(
            Two with { DeadlinesAreBuiltIn = true }, new DeadlineMoves([Sample.Move("020066", "2022-09-30", "2021")]),
            [Sample.Upload("ente-udp", "2019", "2026-07-15")], Sample.Day("2026-12-01"));

        Assert.Equal(("2021", ""), (Past(calendar, "020066"), Past(calendar, "019021")));
    }

    [Fact]
    public void Open_FileWithoutAKnownDay_DoesNotTakeTheAmbitoBack()
    {
        CurrentUpload numbered = Sample.Upload("ente-udp", "2019") with { Sequence = 1 };
        Obligations calendar = new(Two, DeadlineMoves.None, [numbered], Sample.Day("2026-12-01"));

        Assert.Equal("2025", Past(calendar, "020066"));
    }

    [Theory]
    [InlineData(true, false, "2026-07-15", ObligationState.DoneOnTime)] // indicative
    [InlineData(false, true, "2026-07-15", ObligationState.DoneOnTime)] // the catalogue's: nobody has stated it
    [InlineData(false, false, "2026-07-15", ObligationState.DoneLate)]
    [InlineData(true, false, null, ObligationState.PastIndicative)]
    [InlineData(false, true, null, ObligationState.PastIndicative)]
    [InlineData(false, false, null, ObligationState.Overdue)]
    public void State_IndicativeOrBuiltIn_MakesNobodyLate(
        bool soft, bool builtIn, string? received, ObligationState expected)
    {
        Ambito ambito = Two with
        {
            Deadlines = [Sample.SocialSpending with { Soft = soft }],
            DeadlinesAreBuiltIn = builtIn,
        };
        CurrentUpload[] own = received is null ? [] : [Sample.Upload("020066", "2025", received)];
        Obligations calendar = new(
            ambito, DeadlineMoves.None, [Sample.Upload("ente-udp", "2019", "2026-02-01"), .. own],
            Sample.Day("2026-08-01"));

        Assert.Equal(expected, Assert.Single(calendar.OwedBy(Two.Senders[1], Sample.Flow, Period.Parse("2025"))).State);
        Assert.Equal(soft || builtIn, calendar.TermOf(Two.Senders[1], Sample.Flow, Period.Parse("2025")) is null);
    }

    [Fact]
    public void State_DateOfTheCatalogueThatWasMoved_IsHeldAgainstThoseItWasMovedFor()
    {
        Obligations calendar = new(
            Two with { DeadlinesAreBuiltIn = true }, new DeadlineMoves([Sample.Move("020066", "2026-07-10")]),
            [Sample.Upload("019021", "2025", "2026-07-15"), Sample.Upload("020066", "2025", "2026-07-15")],
            Sample.Day("2026-08-01"));

        Assert.Equal(
            [ObligationState.DoneOnTime, ObligationState.DoneLate],
            calendar.OfOccurrence(Sample.Flow, Period.Parse("2025")).Select(one => one.State));
    }

    [Fact]
    public void FilesOf_NoDeadline_IsAsTheSettingsSayAndHasNoDay()
    {
        FlowSettings settings = new(Sample.Flow, SenderKind.Comune, Money.Zero, null);
        Ambito ambito = Two with { Deadlines = [], Flows = [settings] };
        CurrentUpload[] uploads = [Sample.Upload("019021", "2025")];
        Obligations calendar = new(ambito, DeadlineMoves.None, uploads, Sample.Day("2026-08-01"));

        Assert.Equal(
            [("019021", true, null), ("020066", false, (DateOnly?)null)],
            calendar.FilesOf(Sample.Flow, Period.Parse("2025"))
                .Select(file => (file.Body.Code, file.IsSent, file.OnTimeUntil)));
        Assert.Empty(calendar.Open);
        Assert.Equal([(Sample.Flow, Period.Parse("2025"))], calendar.Collections);
    }

    [Theory]
    [InlineData("2023", 2)]
    [InlineData("2022", 0)] // the deadline does not hold yet
    [InlineData("2023-S1", 2)] // it says nothing of half years: expected, without a day
    public void FilesOf_DeadlineFromAYear_AreThoseItHoldsFor(string period, int expected)
    {
        Ambito ambito = Two with { Deadlines = [Sample.SocialSpending with { From = 2023 }] };
        CurrentUpload[] uploads = [Sample.Upload("019021", "2022")];
        Obligations calendar = new(ambito, DeadlineMoves.None, uploads, Sample.Day("2026-08-01"));
        IReadOnlyList<ExpectedFile> files = calendar.FilesOf(Sample.Flow, Period.Parse(period));

        Assert.Equal(expected, files.Count);
        Assert.All(files, file => Assert.Equal(period == "2023", file.OnTimeUntil is not null));
    }

    [Fact]
    public void Open_MonthlyFlow_IsEveryMonthThatIsOver()
    {
        Ambito ambito = Sample.Of(
            [Sample.Sender("ente-coop", SenderKind.Provider, "Cooperativa")],
            Sample.Rule("prestazioni", new DueRule.Monthly(15, 1), SenderKind.Provider) with { From = 2025 });
        Obligations calendar = new(ambito, DeadlineMoves.None, [], Sample.Day("2026-12-15"));

        Assert.Equal(23, calendar.Open.Count);
        Assert.Equal(("2025-01", "2026-11"), (calendar.Open[0].Period.Text, calendar.Open[^1].Period.Text));
        Assert.Equal("2026-10", calendar.Late.Last().Period.Text);
    }

    // Late, or awaited past a day that makes nobody late.
    private static string Past(Obligations calendar, string body) => string.Join(
        ' ',
        calendar.Open.Where(one => one.IsPast && one.Body.Code == body).Select(one => one.Period.Text)
            .Order(StringComparer.Ordinal));
}
