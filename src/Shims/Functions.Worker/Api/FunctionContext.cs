namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique to the invocation.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Unique to the function, and the same in every invocation.</summary>
    public abstract string FunctionId { get; }

    /// <summary>Where the invocation stands in a distributed trace.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger knows of the event.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>The retry policy's state.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of the invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>For middleware and function to share values within the invocation.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the host offers for this invocation.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the host will wait no longer, or when the function has run for <c>functionTimeout</c>.</summary>
    public virtual CancellationToken CancellationToken => CancellationToken.None;
}

/// <summary>What the trigger knows of the event.</summary>
public abstract class BindingContext
{
    /// <summary>The trigger's values by name, for example <c>DequeueCount</c> of a queue message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

/// <summary>The retry policy's state; queue retries are not of this kind, see <c>DequeueCount</c>.</summary>
public abstract class RetryContext
{
    /// <summary>How often this event was retried.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How often it may be retried.</summary>
    public abstract int MaxRetryCount { get; }
}

/// <summary>Where the invocation stands in a distributed trace (W3C Trace Context).</summary>
public abstract class TraceContext
{
    /// <summary>The <c>traceparent</c> value, or empty.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The <c>tracestate</c> value, or empty.</summary>
    public abstract string TraceState { get; }
}

/// <summary>What the host offers for an invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Offers an instance under its type.</summary>
    /// <typeparam name="T">The type to find it by.</typeparam>
    /// <param name="instance">The instance.</param>
    void Set<T>(T instance);

    /// <summary>The instance offered under a type, or the default.</summary>
    /// <typeparam name="T">The type to find it by.</typeparam>
    T? Get<T>();
}
