using System.Net.Sockets;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>A worker with its functions loaded.</summary>
internal sealed class Worker(
    WorkerChannel channel,
    IRunningWorker running,
    IReadOnlyList<FunctionDescription> functions,
    Uri? http) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private int disposed;

    public IReadOnlyList<FunctionDescription> Functions => functions;

    /// <summary>Where it answers HTTP; null when it has no such function.</summary>
    public Uri? Http => http;

    public Task Closed => channel.Closed;

    /// <summary>Starts a worker and loads its functions.</summary>
    /// <exception cref="LocalHostException">It does not start, or a function does not load.</exception>
    public static async Task<Worker> StartAsync(
        IWorkerStarter starter, WorkerStart start, WorkerChannel channel, CancellationToken cancellationToken)
    {
        IRunningWorker running = await starter.StartAsync(start, cancellationToken);
        bool ready = false;
        try
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            await AttachedAsync(channel, running, limit.Token);
            Worker worker = await Handshake.OpenAsync(channel, running, start.Folder, limit.Token);
            await worker.WaitForHttpAsync(limit.Token);
            ready = true;
            return worker;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LocalHostException($"The worker was not ready within {StartLimit.TotalMinutes:0} minutes.");
        }
        catch (WorkerLostException exception)
        {
            throw new LocalHostException($"The worker ended while it started: {await running.Ended}", exception);
        }
        finally
        {
            if (!ready)
            {
                channel.Close();
                await running.DisposeAsync();
            }
        }
    }

    /// <summary>Runs a function.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="WorkerLostException">The worker left meanwhile.</exception>
    public async Task<StatusResult> InvokeAsync(InvocationRequest request, CancellationToken giveUp)
    {
        StreamingMessage answer = await channel.AskAsync(
            new StreamingMessage { RequestId = request.InvocationId, InvocationRequest = request },
            request.InvocationId,
            giveUp);
        return answer.InvocationResponse.Result;
    }

    /// <summary>Asks a function to stop.</summary>
    public void Cancel(string invocation) =>
        channel.Tell(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocation } });

    /// <summary>Ends a worker that does not come back: the pool replaces it.</summary>
    public ValueTask AbandonAsync() => DisposeAsync();

    /// <summary>Asks the worker to leave, and sees that it does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        channel.Tell(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });
        channel.Close();
        await running.DisposeAsync();
    }

    // The worker may say that it is ready before its HTTP server listens.
    private async Task WaitForHttpAsync(CancellationToken cancellationToken)
    {
        while (http is not null)
        {
            try
            {
                using TcpClient probe = new();
                await probe.ConnectAsync(http.Host, http.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task AttachedAsync(
        WorkerChannel channel, IRunningWorker running, CancellationToken cancellationToken)
    {
        await Task.WhenAny(channel.Attached, running.Ended).WaitAsync(cancellationToken);
        if (!channel.Attached.IsCompleted)
        {
            throw new LocalHostException($"The worker ended before it called in: {await running.Ended}");
        }
    }
}
