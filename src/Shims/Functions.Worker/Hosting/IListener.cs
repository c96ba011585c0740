namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Starts the runs of one function as its events come.</summary>
internal interface IListener
{
    /// <summary>How many runs are under way.</summary>
    int Running { get; }

    /// <summary>Runs until told to stop, and then until the runs under way have ended.</summary>
    Task RunAsync(CancellationToken stopping);
}
