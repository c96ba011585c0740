using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace PianoZona.LocalHost;

/// <summary>
/// Workers in the host's own process, for tests that inject faults, time or counters into the application.
/// </summary>
/// <remarks>
/// The worker chooses its HTTP port once a process: of several, each is to be given one by who creates it.
/// </remarks>
/// <param name="create">Builds the application from a command line.</param>
public sealed class InProcessWorker(Func<string[], IHost> create) : IWorkerStarter
{
    /// <inheritdoc/>
    public async Task<IRunningWorker> StartAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", start.Folder);
        IHost host = create(
        [
            $"--Functions:Worker:HostEndpoint={start.Host}",
            $"--Functions:Worker:WorkerId={start.WorkerId}",
            $"--Functions:Worker:RequestId={start.RequestId}",
            string.Create(CultureInfo.InvariantCulture, $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}"),
            .. start.Settings.Where(pair => pair.Value is not null)
                .Select(pair => $"--{HostConfiguration.Normal(pair.Key)}={pair.Value}"),
        ]);
        await host.StartAsync(cancellationToken);
        return new Running(host);
    }

    private sealed class Running : IRunningWorker
    {
        private readonly TaskCompletionSource<string> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly IHost host;

        public Running(IHost host)
        {
            this.host = host;
            IHostApplicationLifetime lifetime = (IHostApplicationLifetime)
                host.Services.GetService(typeof(IHostApplicationLifetime))!;
            lifetime.ApplicationStopped.Register(() => ended.TrySetResult("stopped"));
        }

        public Task<string> Ended => ended.Task;

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            ended.TrySetResult("stopped");
        }
    }
}
