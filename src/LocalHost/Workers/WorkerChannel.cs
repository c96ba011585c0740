using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>The conversation with one worker.</summary>
/// <param name="id">Name of the worker.</param>
/// <param name="log">Is given what it logs.</param>
internal sealed class WorkerChannel(string id, Action<RpcLog> log)
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true });

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> waiting = new(
        StringComparer.Ordinal);
    private readonly TaskCompletionSource attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    /// <summary>Done when the worker has introduced itself.</summary>
    public Task Attached => attached.Task;

    /// <summary>Done when it can no longer be spoken to.</summary>
    public Task Closed => closed.Task;

    /// <summary>Speaks and listens until the worker leaves or the host ends the conversation.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming,
        IServerStreamWriter<StreamingMessage> writer,
        CancellationToken cancellationToken)
    {
        attached.TrySetResult();
        try
        {
            Task listening = ListenAsync(incoming, cancellationToken);
            Task speaking = SpeakAsync(writer, cancellationToken);
            await Task.WhenAny(listening, speaking);
            outgoing.Writer.TryComplete();
            await speaking;
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or Grpc.Core.RpcException
                        or OperationCanceledException
                        or InvalidOperationException)
        {
            // The worker's end of the stream broke: it left, or was killed.
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Ends the conversation; what waits for an answer gets none.</summary>
    public void Close()
    {
        outgoing.Writer.TryComplete();
        closed.TrySetResult();
        foreach (string key in waiting.Keys)
        {
            if (waiting.TryRemove(key, out TaskCompletionSource<StreamingMessage>? answer))
            {
                answer.TrySetException(new WorkerLostException());
            }
        }
    }

    /// <summary>Says something that has no answer.</summary>
    public void Tell(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="message">The question.</param>
    /// <param name="key">What the answer carries: the request's id, or the invocation's.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="WorkerLostException">The worker left first.</exception>
    public async Task<StreamingMessage> AskAsync(
        StreamingMessage message, string key, CancellationToken cancellationToken)
    {
        TaskCompletionSource<StreamingMessage> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[key] = answer;
        if (closed.Task.IsCompleted || !outgoing.Writer.TryWrite(message))
        {
            waiting.TryRemove(key, out _);
            throw new WorkerLostException();
        }

        try
        {
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            waiting.TryRemove(key, out _);
        }
    }

    private async Task SpeakAsync(IServerStreamWriter<StreamingMessage> writer, CancellationToken cancellationToken)
    {
        await foreach (StreamingMessage message in outgoing.Reader.ReadAllAsync(cancellationToken))
        {
            await writer.WriteAsync(message, CancellationToken.None);
        }
    }

    private async Task ListenAsync(IAsyncStreamReader<StreamingMessage> incoming, CancellationToken cancellationToken)
    {
        while (await incoming.MoveNext(cancellationToken))
        {
            Hear(incoming.Current);
        }
    }

    private void Hear(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            log(message.RpcLog);
            return;
        }

        string key = message.ContentCase == StreamingMessage.ContentOneofCase.InvocationResponse
            ? message.InvocationResponse.InvocationId
            : message.RequestId;
        if (waiting.TryRemove(key, out TaskCompletionSource<StreamingMessage>? answer))
        {
            answer.TrySetResult(message);
        }
    }
}

/// <summary>The worker left before it answered.</summary>
internal sealed class WorkerLostException() : Exception("The worker ended before it answered.");
