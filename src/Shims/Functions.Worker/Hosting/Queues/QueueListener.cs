using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Takes the messages of one queue and hands them out, never more than batchSize + newBatchThreshold at a time.</summary>
internal sealed partial class QueueListener(
    QueueClient queue, QueueSettings settings, QueueMessageHandler handler, TimeProvider time, ILogger<QueueListener> logger) : IListener
{
    // A request that is cut short may have taken messages unseen, which nobody would then run for minutes.
    private static readonly TimeSpan LastRequestLimit = TimeSpan.FromSeconds(2);

    private readonly List<Task> running = [];
    private readonly PollingBackoff backoff = new(settings.MaxPollingInterval);

    public int Running => running.Count(task => !task.IsCompleted);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await WaitForRoomAsync();
            QueueMessage[] batch = await TakeAsync(stopping);
            if (stopping.IsCancellationRequested)
            {
                await Task.WhenAll(batch.Select(handler.PutBackAsync));
            }
            else if (batch.Length > 0)
            {
                backoff.Reset();
                // Each message runs in an asynchronous flow of its own.
                running.AddRange(batch.Select(message => Task.Run(() => handler.HandleAsync(message), CancellationToken.None)));
            }
            else
            {
                await Task.Delay(backoff.Next(), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running);

        async Task WaitForRoomAsync()
        {
            running.RemoveAll(task => task.IsCompleted);
            while (running.Count > settings.NewBatchThreshold && !stopping.IsCancellationRequested)
            {
                Task any = Task.WhenAny(running);
                await any.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                running.RemoveAll(task => task.IsCompleted);
            }
        }
    }

    private async Task<QueueMessage[]> TakeAsync(CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return [];
        }

        using CancellationTokenSource limit = new(Timeout.InfiniteTimeSpan, time);
        using CancellationTokenRegistration last = stopping.Register(() => limit.CancelAfter(LastRequestLimit));
        try
        {
            return await queue.ReceiveMessagesAsync(settings.BatchSize, settings.TakenFor, limit.Token);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception exception)
        {
            // Storage may be away for a while, and the host outlives that.
            LogPollFailed(exception, queue.Name);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "Queue {Queue} could not be read; it is asked again later")]
    private partial void LogPollFailed(Exception exception, string queue);
}
