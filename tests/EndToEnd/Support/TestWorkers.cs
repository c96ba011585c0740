using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PianoZona.Functions;
using PianoZona.Functions.Hosting;
using PianoZona.LocalHost;

namespace PianoZona.EndToEnd.Support;

/// <summary>
/// Genuine workers in the process of the tests, as many as there are hubs: what is compiled for one serves all, where a
/// process of its own would take seconds to compile it again.
/// </summary>
/// <remarks>
/// Those of <c>WorkerHub</c>, of <c>SmokeTests</c> and of the commands are processes, as they are deployed.
/// </remarks>
internal static class TestWorkers
{
    // The name under which a worker tells its host where it answers HTTP.
    private const string HttpUri = "HttpUri";

    /// <summary>Starts workers in this process.</summary>
    /// <param name="change">Replaces services and adds middleware; null = the application as it is.</param>
    /// <param name="built">Told of each worker before it starts; null = nobody asks.</param>
    public static IWorkerStarter InProcess(
        Action<FunctionsApplicationBuilder>? change = null, Action<IHost>? built = null) => new InProcessWorker(args =>
        {
            FunctionsApplicationBuilder builder = HubHost.Create(args);
            // What is generated for the application finds it by itself only where that is the program.
            builder.Services.AddSingleton<IFunctionExecutor, DirectFunctionExecutor>();
            builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
            OnPortOfItsOwn(builder.Services);
            // It warns that the port that it was given goes before the one that was chosen.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
            change?.Invoke(builder);
            IHost worker = builder.Build();
            built?.Invoke(worker);
            return worker;
        });

    // The worker chooses its port once a process: each here is given a socket that nobody else can have taken.
    private static void OnPortOfItsOwn(IServiceCollection services)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        IPEndPoint place = (IPEndPoint)socket.LocalEndPoint!;
        services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = _ => socket);
        services.Configure<KestrelServerOptions>(options => options.Listen(place));
        services.PostConfigure<WorkerOptions>(options => options.Capabilities[HttpUri] = $"http://{place}");
    }
}
