using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PianoZona.LocalHost;

/// <summary>
/// A Functions host for one machine: the application that is deployed, run by its genuine worker, under the queue and
/// timer listeners of the WebJobs SDK, which the host in Azure is made of.
/// </summary>
public sealed class LocalFunctionsHost : IAsyncDisposable
{
    private readonly RpcServer rpc;
    private readonly HttpServer http;
    private readonly WorkerPool pool;
    private readonly Invocations invocations;
    private TriggerHost? triggers;

    private LocalFunctionsHost(RpcServer rpc, HttpServer http, WorkerPool pool, Invocations invocations) =>
        (this.rpc, this.http, this.pool, this.invocations) = (rpc, http, pool, invocations);

    /// <summary>Where HTTP functions answer.</summary>
    public Uri Address => http.Address;

    /// <summary>Names of the functions, all of them loaded.</summary>
    public IReadOnlyList<string> Functions { get; private set; } = [];

    /// <summary>Invocations under way.</summary>
    public int Running => invocations.Running;

    /// <summary>Starts the application and its triggers.</summary>
    /// <exception cref="LocalHostException">
    /// There is no application, its worker does not start, or a function does not load: the message names it.
    /// </exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalFunctionsHost> StartAsync(
        LocalHostSettings settings, CancellationToken cancellationToken)
    {
        IConfiguration configuration = HostConfiguration.Read(settings);
        WorkerRegister register = new();
        HttpServer http = await HttpServer.StartAsync(settings.Port, cancellationToken);
        RpcServer rpc = await RpcServer.StartAsync(register, cancellationToken);
        settings = settings.WithAddress(http.Address);
        WorkerPool pool = new(settings, register, rpc.Loggers.CreateLogger<WorkerPool>());
        LocalFunctionsHost host = new(
            rpc, http, pool, new Invocations(pool, HostConfiguration.FunctionTimeout(configuration)));
        bool started = false;
        try
        {
            await host.StartAsync(settings, configuration, cancellationToken);
            started = true;
            return host;
        }
        finally
        {
            if (!started)
            {
                await host.DisposeAsync();
            }
        }
    }

    /// <summary>Takes nothing new, lets what is under way end, and sees the worker out.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(triggers?.DisposeAsync().AsTask() ?? Task.CompletedTask, http.DisposeAsync().AsTask());
        await pool.DisposeAsync();
        await rpc.DisposeAsync();
    }

    private async Task StartAsync(
        LocalHostSettings settings, IConfiguration configuration, CancellationToken cancellationToken)
    {
        IReadOnlyList<FunctionDescription> functions = await pool.StartAsync(rpc.Address, cancellationToken);
        Functions = [.. functions.Select(function => function.Name).Order(StringComparer.Ordinal)];
        await settings.Ready.WaitAsync(cancellationToken);
        http.Serve(functions, HostConfiguration.RoutePrefix(configuration), pool, invocations);
        triggers = new TriggerHost(configuration, functions, invocations, settings.DrainLimit);
        await triggers.StartAsync(cancellationToken);
    }
}
