namespace PianoZona.Contracts.Calendar;

/// <summary>The time in Italy, whatever the time zone of the host.</summary>
public static class RomeTime
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>The day it is in Italy.</summary>
    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The time of the day in Italy.</summary>
    public static TimeOnly TimeOfDay(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Rome).DateTime;
}
