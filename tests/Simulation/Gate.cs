namespace PianoZona.Simulation.Tests;

/// <summary>Where a host waits for its turn at every request, and where it may die.</summary>
internal sealed class Gate
{
    private TaskCompletionSource? waiting;

    /// <summary>Every request passes at once: for who looks on from outside.</summary>
    public static Gate Open => new() { IsOpen = true };

    /// <summary>Whether a host stands here.</summary>
    public bool IsWaiting => waiting is not null;

    private bool IsOpen { get; init; }

    /// <summary>Waits for the turn.</summary>
    /// <exception cref="CrashException">The host dies here.</exception>
    public Task PassAsync()
    {
        if (IsOpen)
        {
            return Task.CompletedTask;
        }

        // What waits goes on at once when its turn comes, on the same thread: so a seed gives one run.
        waiting = new TaskCompletionSource();
        return waiting.Task;
    }

    /// <summary>Lets the host go on as far as the next request.</summary>
    public void Go() => Take().SetResult();

    /// <summary>Lets the host die.</summary>
    public void Crash() => Take().SetException(new CrashException());

    private TaskCompletionSource Take()
    {
        TaskCompletionSource turn = waiting ?? throw new InvalidOperationException("Nobody waits here.");
        waiting = null;
        return turn;
    }
}

/// <summary>The host dies here, or the storage refuses to answer for so long that the function ends.</summary>
internal sealed class CrashException : Exception;
