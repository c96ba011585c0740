using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace PianoZona.LocalHost;

/// <summary>
/// The server of the HTTP functions, on the loopback address: 503 until they are known, as the real host.
/// </summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private volatile RequestDelegate? functions;
    private HttpFront? front;

    private HttpServer(WebApplication application)
    {
        this.application = application;
        application.Run(context => functions is { } known ? known(context) : NotYet(context));
    }

    /// <summary>Where it is.</summary>
    public Uri Address => new(application.Urls.First());

    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<HttpServer> StartAsync(int port, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        HostLog.Configure(builder.Logging);
        builder.WebHost.ConfigureKestrel(server =>
        {
            // The worker sets its own limit, as behind the real host.
            server.Limits.MaxRequestBodySize = null;
            server.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddHttpForwarder();
        HttpServer server = new(builder.Build());
        await server.application.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Serves them from now on.</summary>
    public void Serve(IReadOnlyList<FunctionDescription> known, string prefix, WorkerPool pool, Invocations invocations)
    {
        front = new HttpFront(pool, invocations, application.Services.GetRequiredService<IHttpForwarder>());
        ApplicationBuilder pipeline = new(application.Services);
        pipeline.UseRouting();
        pipeline.UseEndpoints(routes => front.Map(routes, known, prefix));
        functions = pipeline.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        front?.Dispose();
        await application.DisposeAsync();
    }

    private static Task NotYet(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }
}
