namespace PianoZona.Contracts.Configuration;

/// <summary>The days on which periods fall due, by the calendar: non-working days are not considered here.</summary>
public static class DueDates
{
    // More than the largest offset that a rule may have.
    private const int MostYearsLater = 11;

    /// <summary>
    /// The periods whose day falls in a stretch of days, with that day, in order; none for a rule that counts from an
    /// event.
    /// </summary>
    /// <param name="rule">When they are due.</param>
    /// <param name="fromYear">The first period year that the rule holds for; null = any.</param>
    /// <param name="toYear">The last one; null = it has no end.</param>
    /// <param name="first">First day of the stretch.</param>
    /// <param name="last">Last day, included.</param>
    public static IEnumerable<(Period Period, DateOnly Due)> Between(
        DueRule rule, int? fromYear, int? toYear, DateOnly first, DateOnly last)
    {
        int start = rule is DueRule.Once once
            ? fromYear ?? once.Date.Year
            : Math.Max(fromYear ?? Period.FirstYear, first.Year - MostYearsLater);
        return PeriodsFrom(rule, Math.Max(start, Period.FirstYear), toYear ?? Period.LastYear)
            .Select(period => (Period: period, Due: rule.On(period)!.Value))
            .SkipWhile(one => one.Due < first)
            .TakeWhile(one => one.Due <= last);
    }

    private static IEnumerable<Period> PeriodsFrom(DueRule rule, int fromYear, int toYear)
    {
        int lastYear = rule is DueRule.Once ? fromYear : toYear;
        for (int year = fromYear; year <= lastYear; year++)
        {
            foreach (string part in rule.Parts)
            {
                yield return Period.Parse($"{year}{part}");
            }
        }
    }
}
