namespace PianoZona.Functions.Hosting;

/// <summary>A clock that runs as the real one does, at another time.</summary>
/// <param name="shift">How far it is ahead of the real one.</param>
public sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    /// <summary>
    /// How far a clock is ahead on which it is noon in UTC of a day, so that the day is the same in Italy.
    /// </summary>
    public static TimeSpan ToNoonOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) - System.GetUtcNow();

    /// <summary>The clock of a hub.</summary>
    internal static TimeProvider Of(TimeSpan? shift) => shift is { } some ? new ShiftedTime(some) : System;
}
