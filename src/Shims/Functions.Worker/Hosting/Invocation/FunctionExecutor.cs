using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>The end of the pipeline: builds the function's class, binds its parameters, runs it, keeps what it returns.</summary>
internal static class FunctionExecutor
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo> TaskResults = new();

    public static async Task ExecuteAsync(FunctionContext context)
    {
        InvocationContext invocation = (InvocationContext)context;
        FunctionDescriptor function = invocation.Function;
        object?[] arguments = [.. function.Method.GetParameters().Select(parameter => Bind(parameter, invocation))];
        object? instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, function.Type);
        try
        {
            object? returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            object? result = returned is Task task ? await ResultOf(task, function.Method.ReturnType) : returned;
            if (result is not null)
            {
                context.GetInvocationResult().Value = result;
            }
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static object? Bind(ParameterInfo parameter, InvocationContext context)
    {
        if (parameter == context.Function.TriggerParameter)
        {
            return context.BindTrigger(parameter.ParameterType);
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return context;
        }

        return parameter.ParameterType == typeof(CancellationToken)
            ? context.CancellationToken
            : RequestValueBinder.Bind(parameter, context.BindingContext.BindingData);
    }

    private static async Task<object?> ResultOf(Task task, Type declared)
    {
        await task;
        return declared.IsGenericType
            ? TaskResults.GetOrAdd(declared, type => type.GetProperty(nameof(Task<>.Result))!).GetValue(task)
            : null;
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else if (instance is IDisposable disposable)
        {
            disposable.Dispose();
        }
    }
}
