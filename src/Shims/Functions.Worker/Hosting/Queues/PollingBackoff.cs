using System.Diagnostics.CodeAnalysis;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>How long to wait before asking an empty queue again: doubles, with a fifth of chance, up to a limit.</summary>
internal sealed class PollingBackoff(TimeSpan limit)
{
    /// <summary>The shortest wait, and the one after a message was found.</summary>
    public static readonly TimeSpan Minimum = TimeSpan.FromMilliseconds(100);

    private TimeSpan next = Minimum;

    public void Reset() => next = Minimum;

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It only spreads the polls of several hosts.")]
    public TimeSpan Next()
    {
        TimeSpan wait = next < limit ? next : limit;
        next = wait * 2 * (0.8 + (Random.Shared.NextDouble() * 0.4));
        return wait;
    }
}
