using PianoZona.Contracts;

namespace PianoZona.Hub.Ports;

/// <summary>The configuration of the Ambiti, read again only when it changed.</summary>
/// <remarks>A document with a mistake is reported, and its last good version stays in force.</remarks>
public interface IAmbitoDirectory
{
    /// <summary>Mistakes in the documents, by document.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<Mistake>> Mistakes { get; }

    /// <summary>The Ambiti as this process last read them; null before the first reading.</summary>
    AmbitoSet? LastRead { get; }

    /// <summary>The Ambiti; asks the storage at most once in the configured time.</summary>
    ValueTask<AmbitoSet> GetAsync(CancellationToken cancellationToken);
}
