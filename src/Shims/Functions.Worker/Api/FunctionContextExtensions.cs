using Microsoft.AspNetCore.Http;
using PianoZona.Shims.FunctionsWorker;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the ASP.NET Core integration adds to <see cref="FunctionContext"/>.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request's context, or null when the trigger is not HTTP.</summary>
    /// <param name="context">The invocation.</param>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(InvocationContext.HttpContextKey, out object? value) ? value as HttpContext : null;
}

/// <summary>The result of an invocation.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned, to read or replace.</summary>
    /// <param name="context">The invocation.</param>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        InvocationResult? result = context.Features.Get<InvocationResult>();
        if (result is null)
        {
            result = new InvocationResult();
            context.Features.Set(result);
        }

        return result;
    }
}
