using Azure.Core;
using Azure.Core.Pipeline;

namespace PianoZona.EndToEnd.Support;

/// <summary>Counts the table entities that answers hold: what was read, however few requests brought it.</summary>
internal sealed class EntityCounter : HttpPipelinePolicy
{
    private const string Key = "\"PartitionKey\"";
    private long entities;

    /// <summary>Entities read since the start.</summary>
    public long Entities => Interlocked.Read(ref entities);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Request.Method == RequestMethod.Get && message.BufferResponse
            && message.Response.Headers.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true)
        {
            Interlocked.Add(ref entities, message.Response.Content.ToString().Split(Key).Length - 1);
        }
    }
}
