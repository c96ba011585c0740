namespace PianoZona.LocalHost;

/// <summary>Where a worker finds its host.</summary>
/// <param name="Host">Address of the host's gRPC service.</param>
/// <param name="WorkerId">The name under which it introduces itself.</param>
/// <param name="RequestId">Id of the request that started it.</param>
/// <param name="Folder">The published application.</param>
/// <param name="Settings">Its application settings.</param>
public sealed record WorkerStart(
    Uri Host, string WorkerId, string RequestId, string Folder, IReadOnlyDictionary<string, string?> Settings);

/// <summary>A worker that was started.</summary>
public interface IRunningWorker : IAsyncDisposable
{
    /// <summary>Ends when the worker does; the result says why, as far as it is known.</summary>
    Task<string> Ended { get; }
}

/// <summary>Starts workers.</summary>
public interface IWorkerStarter
{
    /// <summary>Starts one.</summary>
    Task<IRunningWorker> StartAsync(WorkerStart start, CancellationToken cancellationToken);
}
