namespace PianoZona.Testing;

/// <summary>A clock on which waiting takes no time: whoever waits moves it on by as long as it waits.</summary>
/// <param name="start">The time when it starts.</param>
public sealed class InstantTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            lock (gate)
            {
                now += dueTime;
            }
        }

        return dueTime == Timeout.InfiniteTimeSpan
            ? new NoTimer()
            : new Timer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // Nothing is held.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
