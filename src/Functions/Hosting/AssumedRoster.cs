namespace PianoZona.Functions.Hosting;

/// <summary>
/// The roster of a process that runs no functions, as a command that looks at the storage: it misses none.
/// </summary>
internal sealed class AssumedRoster : IFunctionRoster
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Missing => [];
}
