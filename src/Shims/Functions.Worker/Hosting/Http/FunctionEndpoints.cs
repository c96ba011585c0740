using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>HTTP functions as endpoints of ASP.NET Core.</summary>
internal sealed partial class FunctionEndpoints(FunctionInvoker invoker, FunctionKeys keys, ILogger<FunctionEndpoints> logger)
{
    /// <summary>The route of a function below the prefix.</summary>
    public static string RouteOf(FunctionDescriptor function, HostSettings settings)
    {
        HttpTriggerAttribute trigger = (HttpTriggerAttribute)function.Trigger;
        string route = string.IsNullOrEmpty(trigger.Route) ? function.Name : trigger.Route;
        return settings.RoutePrefix.Length == 0 ? $"/{route}" : $"/{settings.RoutePrefix}/{route}";
    }

    public static void Check(FunctionDescriptor function, HostSettings settings, List<string> errors)
    {
        try
        {
            RoutePatternFactory.Parse(RouteOf(function, settings));
        }
        catch (RoutePatternException exception)
        {
            errors.Add($"Function '{function.Name}': route '{RouteOf(function, settings)}' is not valid: {exception.Message}");
        }
    }

    public static void Map(WebApplication app, IEnumerable<FunctionDescriptor> functions, HostSettings settings)
    {
        FunctionEndpoints endpoints = ActivatorUtilities.CreateInstance<FunctionEndpoints>(app.Services);
        app.UseRouting();
        app.Use((context, next) =>
        {
            // As the genuine host does: a method that no function serves is not found, rather than not allowed.
            if (context.GetEndpoint()?.Metadata.GetMetadata<FunctionDescriptor>() is null)
            {
                context.SetEndpoint(null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            return next(context);
        });
        foreach (FunctionDescriptor function in functions)
        {
            HttpTriggerAttribute trigger = (HttpTriggerAttribute)function.Trigger;
            RequestDelegate handle = context => endpoints.HandleAsync(function, trigger, context);
            IEndpointConventionBuilder endpoint = trigger.Methods is { Length: > 0 } methods
                ? app.MapMethods(RouteOf(function, settings), methods.Select(m => m.ToUpperInvariant()), handle)
                : app.Map(RouteOf(function, settings), handle);
            endpoint.WithMetadata(function).WithDisplayName(function.Name);
        }
    }

    private async Task HandleAsync(FunctionDescriptor function, HttpTriggerAttribute trigger, HttpContext http)
    {
        if (!keys.Admits(http.Request, function, trigger.AuthLevel))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        InvocationContext context = invoker.Create(function, _ => http.Request, BindingData(http.Request));
        context.InstanceServices = http.RequestServices;
        context.Items[InvocationContext.HttpContextKey] = http;
        FunctionInvocation.Current = context;
        try
        {
            await invoker.InvokeInScopeAsync(context, () => WriteAsync(context.GetInvocationResult().Value, http), http.RequestAborted);
        }
        catch (Exception exception)
        {
            // The invoker has logged it in full.
            LogAnswer(function.Name, context.InvocationId, exception.GetType().Name);
            Fail(http);
        }
    }

    private static async Task WriteAsync(object? result, HttpContext http)
    {
        if (result is IActionResult action)
        {
            await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
        }
        else if (result is IResult minimal)
        {
            await minimal.ExecuteAsync(http);
        }
        else if (result is not null)
        {
            throw new NotSupportedException($"A middleware set a result of type {result.GetType()}; only IActionResult and IResult can be written.");
        }
    }

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            // A truncated answer must not look like a complete one.
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    /// <summary>Values of the route, and those of the query that the route does not have.</summary>
    private static Dictionary<string, object?> BindingData(HttpRequest request)
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, object? value) in request.RouteValues)
        {
            values[key] = value as string;
        }

        foreach ((string key, Microsoft.Extensions.Primitives.StringValues value) in request.Query)
        {
            values.TryAdd(key, value.ToString());
        }

        return values;
    }

    [LoggerMessage(LogLevel.Debug, "Function {Function} answers 500 after {Exception}, invocation {InvocationId}")]
    private partial void LogAnswer(string function, string invocationId, string exception);
}
