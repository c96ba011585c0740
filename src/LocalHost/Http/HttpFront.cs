using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PianoZona.LocalHost.Protocol;
using Yarp.ReverseProxy.Forwarder;

namespace PianoZona.LocalHost;

/// <summary>
/// HTTP functions: the request goes to the worker's own server, and the invocation over the conversation with it.
/// </summary>
internal sealed class HttpFront(WorkerPool pool, Invocations invocations, IHttpForwarder forwarder) : IDisposable
{
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
    });

    /// <summary>
    /// A route for each function. What matches none, or none with that method, is 404, as with the real host.
    /// </summary>
    public void Map(IEndpointRouteBuilder routes, IEnumerable<FunctionDescription> functions, string prefix)
    {
        foreach (FunctionDescription function in functions.Where(function => function.IsHttp))
        {
            string route = function.Text("route") ?? function.Name;
            string pattern = prefix.Length == 0 ? $"/{route}" : $"/{prefix}/{route}";
            string[] methods = function.Texts("methods");
            RequestDelegate forward = context => ForwardAsync(context, function);
            if (methods.Length == 0)
            {
                routes.Map(pattern, forward);
            }
            else
            {
                routes.MapMethods(pattern, methods, forward);
            }
        }

        // After every route of a function, also one that takes any address.
        routes.MapFallback("/{**path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    public void Dispose() => client.Dispose();

    private async Task ForwardAsync(HttpContext context, FunctionDescription function)
    {
        Worker worker = await pool.GetAsync(context.RequestAborted);
        InvocationRequest request = Invocations.NewRequest(function);
        foreach ((string name, object? value) in context.Request.RouteValues)
        {
            request.TriggerMetadata.Add(name, new TypedData { String = (string?)value ?? string.Empty });
        }

        Task<StatusResult> invocation = invocations.RunAsync(worker, request, context.RequestAborted);
        ForwarderError error = await forwarder.SendAsync(
            context,
            worker.Http!.ToString(),
            client,
            ForwarderRequestConfig.Empty,
            new InvocationTransformer(request.InvocationId, invocation));
        if (error != ForwarderError.None && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
