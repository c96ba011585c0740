namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the function returned, for middleware to read or replace before the response is written.</summary>
public class InvocationResult
{
    /// <summary>The returned value, or null.</summary>
    public object? Value { get; set; }
}
