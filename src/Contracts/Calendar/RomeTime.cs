namespace PianoZona.Contracts.Calendar;

/// <summary>
/// The time in Italy, whatever the time zone of the host: deadlines fall in it. The one home of that zone.
/// </summary>
public static class RomeTime
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The day it is now in Italy.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day it was in Italy at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment));

    /// <summary>The time of the day it was in Italy at a moment.</summary>
    public static TimeOnly TimeOfDay(DateTimeOffset moment) => TimeOnly.FromDateTime(Local(moment));

    /// <summary>What Italian clocks showed at a moment.</summary>
    public static DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Rome).DateTime;
}
