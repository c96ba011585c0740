using Google.Protobuf.Collections;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>A function ended badly; the message is the worker's.</summary>
internal sealed class FunctionFailedException(string message) : Exception(message);

/// <summary>Runs functions in the worker, and knows how many are under way.</summary>
/// <param name="pool">The workers.</param>
/// <param name="timeout">How long one may take; null = as long as it wants.</param>
internal sealed class Invocations(WorkerPool pool, TimeSpan? timeout)
{
    private int running;

    /// <summary>Invocations that have begun and not ended.</summary>
    public int Running => Volatile.Read(ref running);

    /// <summary>Runs a function to its end.</summary>
    /// <param name="function">Which.</param>
    /// <param name="input">What triggered it.</param>
    /// <param name="metadata">What is known of that.</param>
    /// <param name="stop">Asks it to stop.</param>
    /// <exception cref="FunctionFailedException">It failed, or took longer than functions may.</exception>
    /// <exception cref="WorkerLostException">The worker ended meanwhile.</exception>
    public async Task RunAsync(
        FunctionDescription function, TypedData input, MapField<string, TypedData> metadata, CancellationToken stop)
    {
        InvocationRequest request = NewRequest(function);
        request.InputData.Add(new ParameterBinding { Name = function.Parameter, Data = input });
        request.TriggerMetadata.Add(metadata);
        StatusResult result = await RunAsync(await pool.GetAsync(stop), request, stop);
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new FunctionFailedException(result.Exception?.Message ?? result.Result);
        }
    }

    /// <summary>A request to run a function, with what a worker wants of every one.</summary>
    public static InvocationRequest NewRequest(FunctionDescription function) => new()
    {
        InvocationId = Ids.Next(),
        FunctionId = function.Id,
        TraceContext = new RpcTraceContext(),
        RetryContext = new RetryContext(),
    };

    /// <summary>Runs a function in a certain worker.</summary>
    public async Task<StatusResult> RunAsync(Worker worker, InvocationRequest request, CancellationToken stop)
    {
        Interlocked.Increment(ref running);
        try
        {
            using CancellationTokenSource limit = new();
            if (timeout is { } longest)
            {
                limit.CancelAfter(longest);
            }

            await using CancellationTokenRegistration asked = stop.Register(() => worker.Cancel(request.InvocationId));
            return await worker.InvokeAsync(request, limit.Token);
        }
        catch (OperationCanceledException)
        {
            // As the real host does: who does not end in time may never end, and its process with it.
            await worker.AbandonAsync();
            return new StatusResult
            {
                Status = StatusResult.Types.Status.Failure,
                Result = $"It took longer than {timeout}.",
            };
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
