namespace PianoZona.Shims.FunctionsWorker;

/// <summary>The two steps of an orderly end: first nothing new is taken, later what still runs is told to give up.</summary>
internal sealed class HostShutdown : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abort = new();

    /// <summary>Take no more messages, start no more timers.</summary>
    public CancellationToken Stopping => stopping.Token;

    /// <summary>The host waits no longer: running functions should end.</summary>
    public CancellationToken Abort => abort.Token;

    public void Stop() => stopping.Cancel();

    public void GiveUp() => abort.Cancel();

    public void Dispose()
    {
        stopping.Dispose();
        abort.Dispose();
    }
}
