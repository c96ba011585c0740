using System.Collections.Concurrent;
using Azure.Core.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PianoZona.EndToEnd.Support;
using PianoZona.LocalHost;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>A hub whose genuine worker runs in the test's process: a test injects faults and time and counts.</summary>
internal sealed class InProcessHub : WorkerHub
{
    private readonly ConcurrentQueue<(string Function, bool Failed)> ended = new();

    private InProcessHub(AzuriteFixture azurite, Action<IServiceCollection>? replace)
        : base(azurite) =>
        Workers = TestWorkers.InProcess(builder => Change(builder, replace), worker => Worker = worker.Services);

    public FaultPolicy Faults { get; } = new();

    /// <summary>Functions that have ended, and whether they failed.</summary>
    public IReadOnlyList<(string Function, bool Failed)> Ended => [.. ended];

    /// <summary>Services of the worker; those of the hub here are others.</summary>
    public IServiceProvider Worker { get; private set; } = null!;

    protected override IWorkerStarter Workers { get; }

    public static async Task<InProcessHub> StartAsync(
        AzuriteFixture azurite, Action<IServiceCollection>? replace = null)
    {
        InProcessHub hub = new(azurite, replace);
        await hub.StartAsync();
        return hub;
    }

    private void Change(FunctionsApplicationBuilder builder, Action<IServiceCollection>? replace)
    {
        builder.UseMiddleware(async (context, next) =>
        {
            bool failed = true;
            try
            {
                await next();
                failed = false;
            }
            finally
            {
                ended.Enqueue((context.FunctionDefinition.Name, failed));
            }
        });
        builder.Services.AddSingleton<HttpPipelinePolicy>(Faults);
        replace?.Invoke(builder.Services);
    }
}
