using Azure.Core;
using Azure.Core.Pipeline;

namespace PianoZona.EndToEnd.Support;

/// <summary>The process died here.</summary>
internal sealed class SimulatedCrash() : Exception("Simulated crash.");

/// <summary>
/// Lets the process die at the n-th storage request: before the service gets it, or after it acted and before its
/// answer comes.
/// </summary>
internal sealed class FaultPolicy : HttpPipelinePolicy
{
    private int left = int.MaxValue;
    private int requests;
    private int calls;
    private int crashes;

    /// <summary>Requests so far, retries included.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>Requests so far, each counted once however often it was sent: a busy machine changes nothing.</summary>
    public int Calls => Volatile.Read(ref calls);

    /// <summary>Crashes so far.</summary>
    public int Crashes => Volatile.Read(ref crashes);

    /// <summary>Requests that the service refuses for ever; null = none.</summary>
    public Func<Request, bool>? Refuses { get; set; }

    /// <summary>What each request waits for before it is sent; null = nothing.</summary>
    public Func<Request, Task>? WaitsFor { get; set; }

    /// <summary>
    /// What happens elsewhere just before the request at which the process would die, which then goes on.
    /// </summary>
    public Func<Task>? Instead { get; set; }

    /// <summary>Whether the request is done before the crash.</summary>
    public bool AfterTheService { get; set; }

    /// <summary>Requests until the crash, the last one included; 0 = never.</summary>
    public int CrashAt
    {
        set => left = value == 0 ? int.MaxValue : value;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref requests);
        bool again = message.ProcessingContext.RetryNumber > 0;
        if (!again)
        {
            Interlocked.Increment(ref calls);
        }

        await (WaitsFor?.Invoke(message.Request) ?? Task.CompletedTask);
        if (Refuses?.Invoke(message.Request) == true)
        {
            throw Crash();
        }

        bool crash = !again && Interlocked.Decrement(ref left) == 0;
        if (crash && Instead is { } instead)
        {
            await instead();
            crash = false;
        }

        if (crash && !AfterTheService)
        {
            throw Crash();
        }

        await ProcessNextAsync(message, pipeline);
        if (crash)
        {
            throw Crash();
        }
    }

    private SimulatedCrash Crash()
    {
        Interlocked.Increment(ref crashes);
        return new SimulatedCrash();
    }
}
