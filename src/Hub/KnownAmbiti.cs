using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub;

/// <summary>The Ambiti that the hub serves, as its configuration has them now.</summary>
public sealed class KnownAmbiti(IAmbitoDirectory ambiti)
{
    /// <summary>All of them, by code.</summary>
    public async ValueTask<IReadOnlyList<Ambito>> ListAsync(CancellationToken cancellationToken) =>
        (await ambiti.GetAsync(cancellationToken)).All;
}
