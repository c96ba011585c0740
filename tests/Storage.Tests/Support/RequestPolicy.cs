using Azure.Core;
using Azure.Core.Pipeline;

namespace PianoZona.Storage.Tests.Support;

/// <summary>
/// Counts the requests to storage and lets a test step in before one is sent or after it is answered.
/// </summary>
internal sealed class RequestPolicy : HttpPipelinePolicy
{
    private int count;

    /// <summary>How many requests were sent.</summary>
    public int Count => count;

    /// <summary>Called with the number of the request, from 1.</summary>
    public Func<int, Task>? Before { get; set; }

    /// <summary>Called with the number of the request, from 1; throwing here loses its answer.</summary>
    public Func<int, Task>? After { get; set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        int number = Interlocked.Increment(ref count);
        await (Before?.Invoke(number) ?? Task.CompletedTask);
        await ProcessNextAsync(message, pipeline);
        await (After?.Invoke(number) ?? Task.CompletedTask);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();
}

/// <summary>The process dies here.</summary>
internal sealed class CrashException : Exception;
