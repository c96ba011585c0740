using System.Collections;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>One invocation, as middleware and function see it.</summary>
/// <param name="function">The function that runs.</param>
/// <param name="invocationId">Unique to the invocation.</param>
/// <param name="bindTrigger">Makes the trigger parameter's value; called when the function is about to run, so that its failure is the invocation's.</param>
/// <param name="bindingData">The trigger's values by name.</param>
internal sealed class InvocationContext(
    FunctionDescriptor function, string invocationId, Func<Type, object?> bindTrigger, IReadOnlyDictionary<string, object?> bindingData)
    : FunctionContext
{
    /// <summary>Where the genuine ASP.NET Core integration keeps the request, too.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    private CancellationToken cancellationToken;

    public FunctionDescriptor Function { get; } = function;

    public Func<Type, object?> BindTrigger { get; } = bindTrigger;

    public override string InvocationId { get; } = invocationId;

    public override string FunctionId => Function.Id;

    public override TraceContext TraceContext { get; } = new CurrentTrace();

    public override BindingContext BindingContext { get; } = new Values(bindingData);

    public override RetryContext RetryContext { get; } = new NoRetry();

    public override IServiceProvider InstanceServices { get; set; } = null!;

    public override FunctionDefinition FunctionDefinition { get; } = new DescribedFunction(function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;

    public void SetCancellation(CancellationToken token) => cancellationToken = token;

    private sealed class Values(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = values;
    }

    private sealed class CurrentTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }

    private sealed class NoRetry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }

    private sealed class InvocationFeatures : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> features = [];

        public void Set<T>(T instance) => features[typeof(T)] = instance ?? throw new ArgumentNullException(nameof(instance));

        public T? Get<T>() => features.TryGetValue(typeof(T), out object? feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
