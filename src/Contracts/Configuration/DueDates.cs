using System.Globalization;

namespace PianoZona.Contracts.Configuration;

/// <summary>When the duty for a period falls due, by the calendar: non-working days are not considered here.</summary>
public static class DueDates
{

    // More than the largest offset that a rule may have.
    private const int MostYearsLater = 11;

    /// <summary>The day on which a period is due.</summary>
    /// <returns>Null when the rule is about periods of another length, or counts from an event.</returns>
    public static DateOnly? For(DueRule rule, Period period) => (rule, period.Kind) switch
    {
        (DueRule.Once once, _) => once.Date,
        (DueRule.Yearly due, PeriodKinds.Year) => Day(period.Year + due.YearOffset, due.Month, due.Day),
        (DueRule.EndOfMonth due, PeriodKinds.Year) => Day(period.Year + due.YearOffset, due.Month, 31),
        (DueRule.Monthly due, PeriodKinds.Month) => AfterPeriod(period, due.MonthOffset, due.Day),
        (DueRule.Quarterly due, PeriodKinds.Quarter) => AfterPeriod(period, due.MonthOffset, due.Day),
        (DueRule.HalfYearly due, PeriodKinds.HalfYear) => ForHalf(due, period),
        _ => null,
    };

    /// <summary>
    /// The periods whose day falls in a stretch of days, with that day, in order; none for a rule that counts from an
    /// event.
    /// </summary>
    /// <param name="rule">When they are due.</param>
    /// <param name="fromYear">The first period year that the rule holds for; null = any.</param>
    /// <param name="first">First day of the stretch.</param>
    /// <param name="last">Last day, included.</param>
    public static IEnumerable<(Period Period, DateOnly Due)> Between(
        DueRule rule, int? fromYear, DateOnly first, DateOnly last)
    {
        int start = rule is DueRule.Once once
            ? fromYear ?? once.Date.Year
            : Math.Max(fromYear ?? Period.FirstYear, first.Year - MostYearsLater);
        return PeriodsFrom(rule, Math.Max(start, Period.FirstYear))
            .Select(period => (Period: period, Due: For(rule, period)!.Value))
            .SkipWhile(one => one.Due < first)
            .TakeWhile(one => one.Due <= last);
    }

    /// <summary>The day on which a duty that counts from an event is due.</summary>
    public static DateOnly For(DueRule.DaysAfterEvent rule, DateOnly day) => day.AddDays(rule.Days);

    private static IEnumerable<Period> PeriodsFrom(DueRule rule, int fromYear)
    {
        string[] parts = rule switch
        {
            DueRule.Once or DueRule.Yearly or DueRule.EndOfMonth => [string.Empty],
            DueRule.HalfYearly => ["-S1", "-S2"],
            DueRule.Quarterly => ["-T1", "-T2", "-T3", "-T4"],
            DueRule.Monthly =>
            [
                .. Enumerable.Range(1, 12).Select(month => string.Create(CultureInfo.InvariantCulture, $"-{month:D2}")),
            ],
            _ => [],
        };
        int lastYear = rule is DueRule.Once ? fromYear : Period.LastYear;
        for (int year = fromYear; year <= lastYear; year++)
        {
            foreach (string part in parts)
            {
                yield return Period.Parse(string.Create(CultureInfo.InvariantCulture, $"{year}{part}"));
            }
        }
    }

    private static DateOnly ForHalf(DueRule.HalfYearly due, Period period)
    {
        if (period.First.Month == 1)
        {
            return Day(period.Year, due.FirstMonth, due.FirstDay);
        }

        bool nextYear = (due.SecondMonth, due.SecondDay).CompareTo((due.FirstMonth, due.FirstDay)) < 0;
        return Day(period.Year + (nextYear ? 1 : 0), due.SecondMonth, due.SecondDay);
    }

    private static DateOnly AfterPeriod(Period period, int months, int day)
    {
        DateOnly month = new DateOnly(period.Last.Year, period.Last.Month, 1).AddMonths(months);
        return Day(month.Year, month.Month, day);
    }

    // A day that the month has not is its last: 29 February, or the 31st of a short month.
    private static DateOnly Day(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
