using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>The listeners of the application, built before start.</summary>
internal sealed class Listeners
{
    public IReadOnlyList<IListener> All { get; set; } = [];
}

/// <summary>Runs the listeners from when the host has started until it stops, and drains them.</summary>
internal sealed partial class FunctionsHostService(
    Listeners listeners, HostShutdown shutdown, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<FunctionsHostService> logger)
    : IHostedLifecycleService
{
    // After functions were told to give up, the time they get to do so.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private Task running = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Only now does the web server listen, so a function may call its own application.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Before any service stops: HTTP requests may take their time to end, and nothing new is to be taken meanwhile.
        lifetime.ApplicationStopping.Register(shutdown.Stop);
        running = Task.WhenAll(listeners.All.Select(listener => Task.Run(() => listener.RunAsync(shutdown.Stopping), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        shutdown.Stop();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            LogGivingUp(listeners.All.Sum(listener => listener.Running));
            shutdown.GiveUp();
            await running.WaitAsync(Grace, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (running.IsCompleted)
        {
            return running; // with the failure of a listener, if one there was
        }

        LogLeft(listeners.All.Sum(listener => listener.Running));
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} functions still run at the end of the shutdown time; they are cancelled")]
    private partial void LogGivingUp(int count);

    [LoggerMessage(LogLevel.Error, "{Count} functions did not end when cancelled; their messages come back later")]
    private partial void LogLeft(int count);
}
