using PianoZona.Contracts.Calendar;

namespace PianoZona.Hub;

/// <summary>Italian calendar days: deadlines fall in Europe/Rome, whatever the host's time zone.</summary>
public static class RomeClock
{
    /// <summary>The day it is in Italy.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The day it was in Italy at a moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => RomeTime.Day(moment);
}
