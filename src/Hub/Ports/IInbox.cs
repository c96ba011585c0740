namespace PianoZona.Hub.Ports;

/// <summary>A file that waits in the inbox.</summary>
/// <param name="Name">Path.</param>
/// <param name="Version">Another one after every write.</param>
/// <param name="LastModified">When it was written.</param>
public sealed record WaitingFile(string Name, string Version, DateTimeOffset LastModified);

/// <summary>The inbox. It holds only what has no receipt yet.</summary>
public interface IInbox
{
    /// <summary>Opens a file; null when it is no longer there, because it has its receipt.</summary>
    Task<ReceivedFile?> TryOpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Puts a file of the hub's own, as a sender would; one that is there already stays.</summary>
    /// <param name="name">Path.</param>
    /// <param name="content">Bytes.</param>
    /// <param name="sequence">Its place in time (ticks, UTC).</param>
    /// <param name="cancellationToken">Interrupts the request.</param>
    Task PutAsync(string name, byte[] content, long sequence, CancellationToken cancellationToken);

    /// <summary>What waits in a folder, and whether the hub itself put it there or took it in.</summary>
    Task<IReadOnlyList<(string Name, bool IsOfTheHub)>> ListFolderAsync(
        string folder, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a file that has its receipt; a newer version written meanwhile stays, and one that is gone is no fault.
    /// </summary>
    Task RemoveAsync(ReceivedFile file, CancellationToken cancellationToken);

    /// <summary>Everything that waits.</summary>
    IAsyncEnumerable<WaitingFile> ListAsync(CancellationToken cancellationToken);

    /// <summary>Writes down what a sweep saw, for the health page.</summary>
    Task MarkAsync(SweepMark mark, CancellationToken cancellationToken);
}
