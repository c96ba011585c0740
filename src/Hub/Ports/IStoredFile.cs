using PianoZona.Contracts.Reading;

namespace PianoZona.Hub.Ports;

/// <summary>A stored file, opened: its bytes are those of one version, however often they are read.</summary>
/// <remarks>Reading it again throws <see cref="FileReplacedException"/> when it was written again meanwhile.</remarks>
public interface IStoredFile : IUploadContent, IAsyncDisposable
{
    /// <summary>Path where it is stored.</summary>
    string Name { get; }

    /// <summary>The version: another one after every write.</summary>
    string Version { get; }
}
