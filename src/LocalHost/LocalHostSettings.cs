namespace PianoZona.LocalHost;

/// <summary>What runs on this machine, and how.</summary>
/// <param name="FunctionsFolder">The published application: what is deployed, with its host.json.</param>
/// <param name="Settings">
/// Its application settings, as Azure gives them: <c>__</c> or <c>:</c> between sections. Those that begin with
/// <c>AzureFunctionsJobHost__</c> override host.json.
/// </param>
public sealed record LocalHostSettings(string FunctionsFolder, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>Port of the pages on the loopback address; 0 = any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Name of the setting that tells the application where its HTTP functions answer; null = it is not told.
    /// </summary>
    public string? AddressSetting { get; init; }

    /// <summary>How workers come to be; null = a process of the published application's own.</summary>
    public IWorkerStarter? Workers { get; init; }

    /// <summary>
    /// What triggers and requests wait for, while the worker starts already: storage that is being made ready.
    /// </summary>
    public Task Ready { get; init; } = Task.CompletedTask;

    /// <summary>
    /// How long functions under way may go on when the host stops; after that they are asked to stop, and their
    /// messages come back at the next start. The real host gives them as long.
    /// </summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Is given what the worker logs; null = warnings and worse go to the host's own log.</summary>
    public Action<WorkerLog>? OnLog { get; init; }

    internal LocalHostSettings WithAddress(Uri address) =>
        AddressSetting is null
            ? this
            : this with
            {
                Settings = new Dictionary<string, string?>(Settings, StringComparer.Ordinal)
                {
                    [AddressSetting] = address.ToString(),
                },
            };
}

/// <summary>A line of a worker's log.</summary>
/// <param name="Level">How serious it is.</param>
/// <param name="Category">Name of the logger.</param>
/// <param name="EventId">Number or name of the event.</param>
/// <param name="Message">The text, with the exception if there is one.</param>
public sealed record WorkerLog(
    Microsoft.Extensions.Logging.LogLevel Level, string Category, string EventId, string Message);
