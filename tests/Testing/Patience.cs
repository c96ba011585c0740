namespace PianoZona.Testing;

/// <summary>How long a test waits for what must come.</summary>
/// <remarks>A busy machine takes longer, and that is no fault: the limit is for what would never come.</remarks>
public static class Patience
{
    /// <summary>More than anything takes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="OperationCanceledException">It never was.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        // Each look costs the emulator what the work that is waited for needs.
        for (TimeSpan pause = FirstPause; !await condition(); pause = pause < LongestPause ? pause * 2 : pause)
        {
            await Task.Delay(pause, TimeProvider.System, limit.Token);
        }
    }
}
