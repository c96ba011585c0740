using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PianoZona.LocalHost;

/// <summary>The server that workers call in to, on a free port of the loopback address.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private RpcServer(WebApplication application) => this.application = application;

    /// <summary>Where it is.</summary>
    public Uri Address => new(application.Urls.First());

    public ILoggerFactory Loggers => application.Services.GetRequiredService<ILoggerFactory>();

    public static async Task<RpcServer> StartAsync(WorkerRegister register, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        HostLog.Configure(builder.Logging);
        // Cleartext HTTP/2: it never leaves the machine.
        builder.WebHost.ConfigureKestrel(server =>
            server.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = null);
        builder.Services.AddSingleton(register);
        WebApplication application = builder.Build();
        application.MapGrpcService<RpcService>();
        await application.StartAsync(cancellationToken);
        return new RpcServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
