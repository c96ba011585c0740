using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Tests.Support;

namespace PianoZona.Contracts.Tests.Calendar;

/// <summary>What holds of the calendar whatever the deadlines, the moves, the files and the day.</summary>
public sealed class CalendarLawsTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);
    private static readonly DateOnly Origin = new(2024, 1, 1);

    private static readonly Gen<DueRule> Dues = Gen.Elements<DueRule>(
        new DueRule.Yearly(6, 30, 1), new DueRule.Yearly(8, 11, 1), new DueRule.Yearly(12, 26, 0),
        new DueRule.EndOfMonth(2, 1), new DueRule.Once(new DateOnly(2024, 6, 30)));

    private static readonly Gen<DeadlineRule> Rules =
        from due in Dues
        from start in Gen.Elements<int?>(null, 2021, 2023)
        from roll in Gen.Elements(true, false)
        from soft in Gen.Elements(true, false, false, false)
        select Sample.Rule(Sample.Flow, due) with { From = start, RollForward = roll, Soft = soft };

    private static readonly Gen<string> Bodies = Gen.Elements("019021", "019086", "020066");

    private static readonly Gen<string> Periods = Gen.Elements("2021", "2022", "2023", "2024");

    private static readonly Gen<CurrentUpload> Uploads =
        from body in Bodies
        from agency in Gen.Elements(true, false, false)
        from period in Periods
        from day in Gen.Choose(0, 700)
        select Sample.Upload(agency ? "ente-concass" : body, period, Text(Origin.AddDays(day)), body);

    private static readonly Gen<DeadlineMove> Moves =
        from body in Gen.Elements("019021", "020066", null)
        from fund in Gen.Elements(null, null, "FNPS")
        from period in Periods
        from day in Gen.Choose(0, 700)
        from undone in Gen.Elements(true, false, false, false)
        select Sample.Move(body, undone ? null : Text(Origin.AddDays(day)), period) with { Fund = fund };

    private static readonly Gen<Course> Courses =
        from rules in Rules.ArrayOf(2)
        from uploads in Uploads.ArrayOf()
        from moves in Moves.ArrayOf(3)
        from builtIn in Gen.Elements(true, false)
        from day in Gen.Choose(0, 900)
        select new Course(
            Sample.Ambito with
            {
                Deadlines = [.. rules.Select((rule, index) => rule with { Id = index == 0 ? Sample.Flow : "altra" })],
                DeadlinesAreBuiltIn = builtIn,
            },
            [.. uploads.Where(upload => DayOf(upload) <= Origin.AddDays(day))], moves, Origin.AddDays(day));

    [Fact]
    public void Doors_AnyCourse_GiveTheSameObligations() => Check(course =>
    {
        Obligations calendar = course.On(course.Today);
        foreach (Obligation one in calendar.Between(DateOnly.MinValue, new DateOnly(2027, 12, 31)))
        {
            Assert.Contains(one, calendar.OfOccurrence(one.Rule.Id, one.Period));
            Assert.Contains(one, calendar.OwedBy(one.Body, Sample.Flow, one.Period));
            Assert.True(
                calendar.FilesOf(Sample.Flow, one.Period).SingleOrDefault(file => file.Body == one.Body) is { } file
                    ? file.Duties.Contains(one) : one.State == ObligationState.Unknown);
            Assert.Equal(one.IsOpen, calendar.Open.Contains(one));
            Assert.Equal(one.State == ObligationState.Overdue, calendar.Late.Contains(one));
            Assert.Equal(one.State == ObligationState.PastIndicative, calendar.PastIndicative.Contains(one));
            Assert.False(one.State == (one.IsStrict ? ObligationState.PastIndicative : ObligationState.Overdue));
            Assert.True(!one.IsOpen || calendar.Collections.Contains((Sample.Flow, one.Period)));
        }

        Assert.Subset(
            calendar.Between(DateOnly.MinValue, DateOnly.MaxValue).ToHashSet(), calendar.Open.ToHashSet());
    });

    [Fact]
    public void FilesOf_AnyCourse_AreLateSentAndMissingAsTheirDuties() => Check(course =>
    {
        Obligations calendar = course.On(course.Today);
        foreach (ExpectedFile file in calendar.Collections.SelectMany(one => calendar.FilesOf(one.Flow, one.Period)))
        {
            Assert.Equal(file.IsPast,
                calendar.Open.Any(one => one is { IsPast: true, Rule.Soft: false }
                    && one.Period == file.Period && one.Body == file.Body));
            Assert.Equal(
                file.IsMissing,
                file.IsSent ? file.IsPast
                    : file.Duties.Count == 0
                        || calendar.Open.Any(open => open.Period == file.Period && open.Body == file.Body));
            Assert.All(
                file.Duties.Where(duty => duty.Fund is null).Select(duty => duty.State),
                state => Assert.Equal(file.IsSent, state is ObligationState.DoneOnTime or ObligationState.DoneLate));
        }
    });

    [Fact]
    public void TermOf_AnyUpload_IsPastExactlyWhenEveryStrictDutyIsDoneLate() => Check(course =>
    {
        foreach (CurrentUpload upload in course.Uploads)
        {
            Obligations alone = new(course.Ambito, new DeadlineMoves(course.Moves), [upload], course.Today);
            Period period = Period.Parse(upload.Slot.Period);
            Sender body = course.Ambito.FindSender(upload.Bodies[0])!;
            Obligation[] strict =
                [.. alone.OwedBy(body, Sample.Flow, period).Where(one => one.IsStrict && one.Fund is null)];
            if (DayOf(upload) > alone.TermOf(body, Sample.Flow, period))
            {
                Assert.NotEmpty(strict);
                Assert.All(strict, one => Assert.Equal(ObligationState.DoneLate, one.State));
            }
            else if (course.Moves.All(move => move.Fund is null))
            {
                Assert.True(strict.Length == 0 || strict.Any(one => one.State == ObligationState.DoneOnTime));
            }
        }
    });

    [Fact]
    public void Late_ThatNobodyFulfils_StaysLateForever() => Check(course =>
    {
        if (course.Uploads.Count == 0)
        {
            return;
        }

        foreach (Obligation late in course.On(course.Today).Late)
        {
            foreach (int days in (int[])[1, 30, 121, 366, 3_000])
            {
                Assert.Contains(late, course.On(course.Today.AddDays(days)).Late);
            }
        }
    });

    [Fact]
    public void Late_WhateverOthersSendNow_StaysLateUntilItIsDone() => Check(course =>
    {
        foreach (Obligation late in course.On(course.Today).Late.Where(one => one.Fund is null))
        {
            string now = Text(course.Today);
            Course others = course with
            {
                Uploads =
                [
                    .. course.Uploads, Sample.Upload("ente-udp", "2019", now),
                    .. course.Ambito.Comuni.Where(comune => comune != late.Body)
                        .Select(comune => Sample.Upload(comune.Code, late.Period.Text, now)),
                ],
            };
            CurrentUpload own = Sample.Upload(late.Body.Code, late.Period.Text, now);
            Course done = others with { Uploads = [.. others.Uploads, own] };

            Assert.Contains(late, others.On(course.Today).Late);
            Assert.DoesNotContain(
                done.On(course.Today).Late,
                one => one.Fund is null && one.Body == late.Body && one.Period == late.Period);
        }
    });

    [Fact]
    public void OnTimeUntil_AnyCourse_IsNoDayOffOfTheBodyWhereTheRuleRolls() => Check(course => Assert.All(
        course.On(course.Today).Between(Origin, Origin.AddDays(900)),
        one => Assert.True(
            one.Rule.RollForward ? WorkingDays.Of(one.Body).Include(one.OnTimeUntil) && one.OnTimeUntil >= one.Due
                : one.OnTimeUntil == one.Due)));

    private static void Check(Action<Course> law) => Prop.ForAll(Courses.ToArbitrary(), law).Check(Runs);

    private static DateOnly DayOf(CurrentUpload upload) =>
        RomeTime.DayOf(upload.ReceivedAt);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An Ambito, what was sent and moved in it, and a day.</summary>
    private sealed record Course(
        Ambito Ambito, IReadOnlyList<CurrentUpload> Uploads, IReadOnlyList<DeadlineMove> Moves, DateOnly Today)
    {
        public Obligations On(DateOnly day) => new(Ambito, new DeadlineMoves(Moves), Uploads, day);
    }
}
