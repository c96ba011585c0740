using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Runs invocations through the middleware, with their scope, their time limit and their log lines.</summary>
internal sealed partial class FunctionInvoker(
    IServiceScopeFactory scopes, FunctionPipeline pipeline, HostSettings settings, HostShutdown shutdown, TimeProvider time, ILogger<FunctionInvoker> logger)
{
    /// <summary>A new invocation of a function; <see cref="InvokeAsync"/> runs it.</summary>
    public InvocationContext Create(FunctionDescriptor function, Func<Type, object?> bindTrigger, IReadOnlyDictionary<string, object?> bindingData) =>
        new(function, Guid.CreateVersion7(time.GetUtcNow()).ToString(), bindTrigger, bindingData);

    /// <summary>Runs an invocation in a scope of its own; an exception of function or middleware is logged and comes out.</summary>
    public async Task InvokeAsync(InvocationContext context)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        context.InstanceServices = scope.ServiceProvider;
        await InvokeInScopeAsync(context, () => Task.CompletedTask, CancellationToken.None);
    }

    /// <summary>Runs an invocation whose services are set already.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="finish">What is left to do after the middleware, as part of the invocation.</param>
    /// <param name="caller">Cancelled when nobody waits for the invocation any more.</param>
    public async Task InvokeInScopeAsync(InvocationContext context, Func<Task> finish, CancellationToken caller)
    {
        using CancellationTokenSource limit = new(settings.FunctionTimeout ?? Timeout.InfiniteTimeSpan, time);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, shutdown.Abort, caller);
        context.SetCancellation(linked.Token);
        using IDisposable? logScope = logger.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["FunctionName"] = context.Function.Name,
            ["InvocationId"] = context.InvocationId,
        });
        long start = time.GetTimestamp();
        LogStarted(context.Function.Name, context.InvocationId);
        try
        {
            await pipeline.Run(context);
            await finish();
            LogSucceeded(context.Function.Name, context.InvocationId, time.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested)
        {
            LogCallerLeft(context.Function.Name, context.InvocationId);
            throw;
        }
        catch (Exception exception)
        {
            LogFailed(exception, context.Function.Name, context.InvocationId, time.GetElapsedTime(start).TotalMilliseconds, limit.IsCancellationRequested);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Debug, "Function {Function} started, invocation {InvocationId}")]
    private partial void LogStarted(string function, string invocationId);

    [LoggerMessage(LogLevel.Debug, "Function {Function} succeeded, invocation {InvocationId}, {Milliseconds} ms")]
    private partial void LogSucceeded(string function, string invocationId, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Function {Function}: the caller left, invocation {InvocationId}")]
    private partial void LogCallerLeft(string function, string invocationId);

    [LoggerMessage(LogLevel.Error, "Function {Function} failed, invocation {InvocationId}, {Milliseconds} ms, over its time limit: {TimedOut}")]
    private partial void LogFailed(Exception exception, string function, string invocationId, double milliseconds, bool timedOut);
}

/// <summary>The middleware in order, and the function at the end.</summary>
internal sealed class FunctionPipeline
{
    public FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        Run = middleware.Reverse().Aggregate((FunctionExecutionDelegate)FunctionExecutor.ExecuteAsync, (next, wrap) => wrap(next));

    public FunctionExecutionDelegate Run { get; }
}
