using Microsoft.Extensions.Logging;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>
/// Keeps one worker running: one that is lost is replaced, and who wants to invoke a function waits for that.
/// </summary>
internal sealed partial class WorkerPool(LocalHostSettings settings, WorkerRegister register, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private TaskCompletionSource<Worker> current = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task watch = Task.CompletedTask;
    private Uri? host;

    /// <summary>Starts the first worker.</summary>
    /// <param name="address">Where workers call in.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The functions.</returns>
    /// <exception cref="LocalHostException">It does not start, or a function does not load.</exception>
    public async Task<IReadOnlyList<FunctionDescription>> StartAsync(Uri address, CancellationToken cancellationToken)
    {
        host = address;
        Worker first = await StartOneAsync(cancellationToken);
        current.SetResult(first);
        watch = WatchAsync(first);
        return first.Functions;
    }

    /// <summary>The worker to invoke functions in; waits for one that is being replaced.</summary>
    public Task<Worker> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return current.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sees the worker out.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watch;
        if (current.Task.IsCompletedSuccessfully)
        {
            await (await current.Task).DisposeAsync();
        }

        stopping.Dispose();
    }

    private async Task WatchAsync(Worker worker)
    {
        try
        {
            while (true)
            {
                await worker.Closed.WaitAsync(stopping.Token);
                LogLost();
                lock (gate)
                {
                    current = new TaskCompletionSource<Worker>(TaskCreationOptions.RunContinuationsAsynchronously);
                }

                await worker.DisposeAsync();
                worker = await ReplaceAsync();
                current.SetResult(worker);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops, and sees the last one out itself.
        }
    }

    private async Task<Worker> ReplaceAsync()
    {
        for (TimeSpan pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await StartOneAsync(stopping.Token);
            }
            catch (LocalHostException exception)
            {
                LogNotReplaced(exception);
                await Task.Delay(pause, TimeProvider.System, stopping.Token);
            }
        }
    }

    private async Task<Worker> StartOneAsync(CancellationToken cancellationToken)
    {
        WorkerChannel channel = new(Ids.Next(), Log);
        register.Expect(channel);
        return await Worker.StartAsync(
            settings.Workers ?? new ProcessWorker(),
            new WorkerStart(host!, channel.Id, Ids.Next(), settings.FunctionsFolder, settings.Settings),
            channel,
            cancellationToken);
    }

    private void Log(RpcLog entry)
    {
        LogLevel level = entry.Level switch
        {
            RpcLog.Types.Level.None => LogLevel.None,
            var other => (LogLevel)(int)other,
        };
        string text = entry.Exception is { } exception ? $"{entry.Message} {exception.Message}" : entry.Message;
        if (settings.OnLog is { } sink)
        {
            sink(new WorkerLog(level, entry.Category, entry.EventId, text));
        }
        else if (level >= LogLevel.Warning)
        {
            LogOfWorker(level, entry.Category, text);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The worker ended: another one is started.")]
    private partial void LogLost();

    [LoggerMessage(2, LogLevel.Error, "The worker could not be replaced yet.")]
    private partial void LogNotReplaced(Exception exception);

    [LoggerMessage(EventId = 3, Message = "{Category}: {Text}")]
    private partial void LogOfWorker(LogLevel level, string category, string text);
}
