namespace PianoZona.Shims.FunctionsWorker;

/// <summary>How queue triggers behave: <c>extensions.queues</c> of host.json.</summary>
internal sealed record QueueSettings
{
    public required int BatchSize { get; init; }

    public required int NewBatchThreshold { get; init; }

    public required TimeSpan MaxPollingInterval { get; init; }

    /// <summary>How long a message stays invisible after a failed run.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    public required int MaxDequeueCount { get; init; }

    public required bool IsBase64 { get; init; }

    /// <summary>How long a message that is taken stays invisible; renewed at half of it while the function runs.</summary>
    public TimeSpan TakenFor { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>Replaces the time a taken message stays invisible: tests cannot wait for minutes.</summary>
internal sealed record QueueTakenFor(TimeSpan Value);
