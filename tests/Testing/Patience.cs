namespace PianoZona.Testing;

/// <summary>How long a test waits for what must come.</summary>
/// <remarks>A busy machine takes longer, and that is no fault: the limit is for what would never come.</remarks>
public static class Patience
{
    /// <summary>More than anything takes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until something is so.</summary>
    /// <exception cref="OperationCanceledException">It never was.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using CancellationTokenSource limit = new(Limit);
        while (!await condition())
        {
            await Task.Delay(Pause, TimeProvider.System, limit.Token);
        }
    }
}
