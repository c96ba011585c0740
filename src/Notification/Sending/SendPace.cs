namespace PianoZona.Notification.Sending;

/// <summary>Keeps within what Exchange Online lets one mailbox send in a minute.</summary>
/// <param name="time">The clock.</param>
/// <param name="perMinute">Messages a minute.</param>
public sealed class SendPace(TimeProvider time, int perMinute = SendPace.PerMinute) : IDisposable
{
    /// <summary>Messages a minute that Exchange Online lets one mailbox send.</summary>
    public const int PerMinute = 30;

    /// <summary>Calls at once to one mailbox.</summary>
    public const int AtOnce = 4;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Queue<DateTimeOffset> sent = new();

    /// <summary>Waits until one more message may be worked on.</summary>
    /// <returns>Dispose of it when the work has ended.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        return new Place(places);
    }

    /// <summary>Waits until one more message may be sent, and counts it.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (sent.Count == perMinute && sent.Dequeue() + Window - time.GetUtcNow() is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            sent.Enqueue(time.GetUtcNow());
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gate.Dispose();
        places.Dispose();
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
