using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Runs a timer function on its schedule, one run at a time, on one host at a time.</summary>
/// <param name="function">The function.</param>
/// <param name="schedule">Its schedule.</param>
/// <param name="store">Where occurrences are recorded; null when the schedule is not monitored.</param>
/// <param name="singleton">The lock among hosts.</param>
/// <param name="invoker">Runs the function.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class TimerListener(
    FunctionDescriptor function, Schedule schedule, TimerStatusStore? store, TimerLock singleton, FunctionInvoker invoker, TimeProvider time,
    ILogger<TimerListener> logger) : IListener
{
    // Longer waits go in steps: timers have a limit, and clocks are put right.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterStorageFailure = TimeSpan.FromSeconds(5);

    private readonly bool runOnStartup = ((TimerTriggerAttribute)function.Trigger).RunOnStartup;
    private int running;

    public int Running => running;

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await singleton.RunAsync(RunScheduleAsync, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // Storage may be away for a while, and the timer outlives that.
                LogInterrupted(exception, function.Name);
                await Task.Delay(AfterStorageFailure, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <param name="ended">The host stops, or another one has the timer.</param>
    private async Task RunScheduleAsync(CancellationToken ended)
    {
        ScheduleStatus? recorded = store is null ? null : await store.ReadAsync(ended);
        (ScheduleStatus status, bool isNew, bool isPastDue) = ScheduleMonitor.Resume(recorded, schedule, time.GetUtcNow());
        if (isNew && store is not null)
        {
            await store.WriteAsync(status);
        }

        if (!ended.IsCancellationRequested && (isPastDue || runOnStartup))
        {
            status = await InvokeAsync(status, isPastDue, time.GetUtcNow());
        }

        while (await WaitUntilAsync(ScheduleMonitor.Utc(status.Next), ended))
        {
            status = await InvokeAsync(status, isPastDue: false, time.GetUtcNow());
        }
    }

    private async Task<bool> WaitUntilAsync(DateTimeOffset due, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            TimeSpan wait = due - time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return true;
            }

            // Timers count whole milliseconds: without the one more, the last wait would be of none.
            TimeSpan step = (wait < LongestWait ? wait : LongestWait) + TimeSpan.FromMilliseconds(1);
            await Task.Delay(step, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    private async Task<ScheduleStatus> InvokeAsync(ScheduleStatus status, bool isPastDue, DateTimeOffset now)
    {
        TimerInfo timer = new() { IsPastDue = isPastDue, ScheduleStatus = store is null ? null : status };
        Interlocked.Increment(ref running);
        // In an asynchronous flow of its own.
        await Task.Run(() => InvokeFunctionAsync(timer), CancellationToken.None);
        Interlocked.Decrement(ref running);
        ScheduleStatus after = ScheduleMonitor.After(now, schedule);
        if (store is not null)
        {
            await store.WriteAsync(after);
        }

        return after;
    }

    private async Task InvokeFunctionAsync(TimerInfo timer)
    {
        InvocationContext context = invoker.Create(function, _ => timer, new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase));
        FunctionInvocation.Current = context;
        try
        {
            await invoker.InvokeAsync(context);
        }
        catch (Exception exception)
        {
            // The invoker has logged it in full; the schedule goes on, as in the genuine host.
            LogRunFailed(function.Name, exception.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Timer {Function}: a run failed with {Exception}; the next one is on schedule")]
    private partial void LogRunFailed(string function, string exception);

    [LoggerMessage(LogLevel.Error, "Timer {Function} is interrupted; it is tried again in seconds")]
    private partial void LogInterrupted(Exception exception, string function);
}
