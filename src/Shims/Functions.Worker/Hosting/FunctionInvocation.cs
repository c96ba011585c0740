using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Shims;

/// <summary>The invocation that the current asynchronous flow works for.</summary>
/// <remarks>Unlike an AsyncLocal set by a middleware, it still holds while the trigger deletes, releases or renews the message.</remarks>
public static class FunctionInvocation
{
    private static readonly AsyncLocal<FunctionContext?> Flow = new();

    /// <summary>The invocation, or null outside one (a poll of a queue, the schedule record of a timer).</summary>
    public static FunctionContext? Current
    {
        get => Flow.Value;
        internal set => Flow.Value = value;
    }
}
