using System.Reflection;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>Gates ports.</summary>
internal static class Gate
{
    /// <summary>A port, each call of which is a request.</summary>
    public static T Before<T>(T port, Requests requests)
        where T : class
    {
        T proxy = DispatchProxy.Create<T, Gated<T>>();
        ((Gated<T>)(object)proxy).Guard(port, requests);
        return proxy;
    }
}

/// <summary>Stands before a port: each call is a request at which the process may die.</summary>
/// <typeparam name="T">The port.</typeparam>
public class Gated<T> : DispatchProxy
    where T : class
{
    private static readonly MethodInfo OfTask = MethodOf(nameof(MakeAsync));
    private static readonly MethodInfo OfRows = MethodOf(nameof(ListAsync));

    private T? port;
    private Requests? requests;

    /// <summary>Says what it stands before.</summary>
    public void Guard(T guarded, Requests gate) => (port, requests) = (guarded, gate);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string what = $"{typeof(T).Name}.{targetMethod!.Name}";
        Func<object?> call = () =>
            targetMethod.Invoke(port, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        Type answer = targetMethod.ReturnType;
        return answer == typeof(Task) ? MakeAsync<bool>(what, call)
            : !answer.IsGenericType ? call()
            : answer.GetGenericTypeDefinition() == typeof(Task<>) ? Made(OfTask, answer, what, call)
            : answer.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? Made(OfRows, answer, what, call)
            : call();
    }

    private object? Made(MethodInfo method, Type answer, string what, Func<object?> call) =>
        method
            .MakeGenericMethod(answer.GetGenericArguments())
            .Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, [what, call], culture: null);

    private Task<TAnswer> MakeAsync<TAnswer>(string what, Func<object?> call) => requests!.MakeAsync(what, async () =>
    {
        Task task = (Task)call()!;
        await task;
        return task is Task<TAnswer> answered ? await answered : default!;
    });

    private async IAsyncEnumerable<TRow> ListAsync<TRow>(string what, Func<object?> call)
    {
        List<TRow> rows = await requests!.MakeAsync(
            what, () => ((IAsyncEnumerable<TRow>)call()!).ToListAsync().AsTask());
        foreach (TRow row in rows)
        {
            yield return row;
        }
    }

    private static MethodInfo MethodOf(string name) =>
        typeof(Gated<T>).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Instance)!;
}
