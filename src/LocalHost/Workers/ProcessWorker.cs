using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PianoZona.LocalHost;

/// <summary>Workers as Azure runs them: the published application in a process of its own.</summary>
public sealed class ProcessWorker : IWorkerStarter
{
    private const int LinesKept = 40;

    /// <inheritdoc/>
    public Task<IRunningWorker> StartAsync(WorkerStart start, CancellationToken cancellationToken)
    {
        WorkerConfig config = WorkerConfig.Read(start.Folder);
        ProcessStartInfo info = new(config.Executable, [config.Path, .. Arguments(start)])
        {
            WorkingDirectory = start.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in start.Settings)
        {
            info.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        info.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = start.Folder;
        info.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        // Runs in the worker before the application does: see StartupHook.
        info.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ProcessWorker).Assembly.Location;
        return Task.FromResult<IRunningWorker>(new Running(Launch(info)));
    }

    private static Process Launch(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception exception)
        {
            throw new LocalHostException($"{info.FileName} cannot be started: {exception.Message}", exception);
        }
    }

    private static string[] Arguments(WorkerStart start) =>
    [
        "--functions-uri", start.Host.ToString(),
        "--functions-worker-id", start.WorkerId,
        "--functions-request-id", start.RequestId,
        "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
    ];

    private sealed class Running : IRunningWorker
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private readonly Process process;
        private readonly ConcurrentQueue<string> lines = new();

        public Running(Process process)
        {
            this.process = process;
            process.OutputDataReceived += (_, line) => Keep(line.Data);
            process.ErrorDataReceived += (_, line) => Keep(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            Ended = WaitAsync();
        }

        public Task<string> Ended { get; }

        public async ValueTask DisposeAsync()
        {
            try
            {
                // It was asked to leave; the end of its input is what no worker outlives.
                await Ended.WaitAsync(Patience, TimeProvider.System);
            }
            catch (TimeoutException)
            {
                process.StandardInput.Close();
                process.Kill(entireProcessTree: true);
                await Ended;
            }

            process.Dispose();
        }

        private async Task<string> WaitAsync()
        {
            await process.WaitForExitAsync();
            return string.Create(
                CultureInfo.InvariantCulture, $"exit code {process.ExitCode}: {string.Join('\n', lines)}");
        }

        private void Keep(string? line)
        {
            if (line is not null)
            {
                lines.Enqueue(line);
                if (lines.Count > LinesKept)
                {
                    lines.TryDequeue(out _);
                }
            }
        }
    }
}
