namespace PianoZona.Cli.Local;

/// <summary>A clock that runs as the real one does, on another day (option <c>--today</c>).</summary>
internal sealed class OtherDay : TimeProvider
{
    private readonly TimeProvider real;
    private readonly TimeSpan shift;

    /// <summary>It is noon in UTC of that day when the clock is made, so that the day is the same in Italy.</summary>
    public OtherDay(DateOnly today, TimeProvider real)
    {
        this.real = real;
        shift = new DateTimeOffset(today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) - real.GetUtcNow();
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + shift;
}
