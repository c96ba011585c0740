using System.Collections.Concurrent;
using Grpc.Core;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>The workers that are expected, by the name they were given.</summary>
internal sealed class WorkerRegister
{
    private readonly ConcurrentDictionary<string, WorkerChannel> expected = new(StringComparer.Ordinal);

    public void Expect(WorkerChannel channel) => expected[channel.Id] = channel;

    public WorkerChannel? Take(string id) => expected.TryRemove(id, out WorkerChannel? channel) ? channel : null;
}

/// <summary>Where workers call in.</summary>
internal sealed class RpcService(WorkerRegister register) : FunctionRpc.FunctionRpcBase
{
    /// <summary>Holds the conversation with a worker that was started from here; others are turned away.</summary>
    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken)
            && requestStream.Current.StartStream is { } start
            && register.Take(start.WorkerId) is { } channel)
        {
            await channel.RunAsync(requestStream, responseStream, context.CancellationToken);
        }
        else
        {
            context.Status = new Status(StatusCode.PermissionDenied, "This worker was not started from here.");
        }
    }
}
