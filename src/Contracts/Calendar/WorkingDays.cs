using System.Globalization;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Contracts.Calendar;

/// <summary>
/// The working days of a body: not Saturdays, Sundays, public holidays and the patron saint of its Comune.
/// </summary>
/// <param name="PatronSaint">Day of the patron saint, <c>MM-DD</c>; null when it has none or it is not known.</param>
public sealed record WorkingDays(string? PatronSaint)
{
    /// <summary>The most days by which weekends, holidays and a patron saint in a row can move a day.</summary>
    public const int MostRolled = 10;

    /// <summary>The working days of a sender.</summary>
    public static WorkingDays Of(Sender sender) => new(sender.PatronSaint);

    /// <summary>Whether it works on a day.</summary>
    public bool Include(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !ItalianHolidays.Includes(day)
        && (
            PatronSaint is null
            || !string.Equals(
                day.ToString("MM-dd", CultureInfo.InvariantCulture), PatronSaint, StringComparison.Ordinal));

    /// <summary>The day itself when it is a working day, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!Include(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}
