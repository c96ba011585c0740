namespace PianoZona.Functions.Hosting;

/// <summary>The roster of a process that nobody tells what was loaded: it misses nothing.</summary>
internal sealed class AssumedRoster : IFunctionRoster
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Missing => [];
}
