namespace PianoZona.Cli;

/// <summary>
/// Progress on standard error: one line that changes on a terminal, at most a line a second elsewhere.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly bool live = !Console.IsErrorRedirected;
    private readonly Lock gate = new();
    private long lastShown;
    private bool open;

    /// <summary>Shows where the work is.</summary>
    public void Show(string text)
    {
        lock (gate)
        {
            if (live)
            {
                Console.Error.Write($"\r\u001b[2K{text}");
                open = true;
            }
            else if (lastShown == 0 || TimeProvider.System.GetElapsedTime(lastShown) >= TimeSpan.FromSeconds(1))
            {
                Console.Error.WriteLine(text);
                lastShown = TimeProvider.System.GetTimestamp();
            }
        }
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (open)
            {
                Console.Error.WriteLine();
                open = false;
            }
        }
    }
}
