using Azure.Core;
using Azure.Core.Pipeline;

namespace PianoZona.EndToEnd;

/// <summary>The process died here.</summary>
internal sealed class SimulatedCrash() : Exception("Simulated crash.");

/// <summary>Lets the process die at the n-th storage request: before the service gets it, or after it acted and before its answer comes.</summary>
internal sealed class FaultPolicy : HttpPipelinePolicy
{
    private int left = int.MaxValue;

    /// <summary>Whether the request is done before the crash.</summary>
    public bool AfterTheService { get; set; }

    /// <summary>Requests until the crash, the last one included; 0 = never.</summary>
    public int CrashAt
    {
        set => left = value == 0 ? int.MaxValue : value;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool crash = Interlocked.Decrement(ref left) == 0;
        if (crash && !AfterTheService)
        {
            throw new SimulatedCrash();
        }

        await ProcessNextAsync(message, pipeline);
        if (crash)
        {
            throw new SimulatedCrash();
        }
    }
}
