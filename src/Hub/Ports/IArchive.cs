using PianoZona.Contracts.Uploads;

namespace PianoZona.Hub.Ports;

/// <summary>The accepted rows of a long file, in blocks that open each by itself.</summary>
/// <param name="Index">Where the blocks begin.</param>
/// <param name="ReadAsync">Reads bytes: from an offset, so many (null = to the end).</param>
public sealed record RowBlocks(string Index, Func<long, long?, CancellationToken, Task<Stream>> ReadAsync);

/// <summary>The files received, by receipt. Written once, never changed.</summary>
public interface IArchive
{
    /// <summary>Copies a file of the inbox; repeating it changes nothing.</summary>
    /// <exception cref="FileReplacedException">It was written again meanwhile, and is not in the archive.</exception>
    Task StoreAsync(ReceivedFile file, CancellationToken cancellationToken);

    /// <summary>Opens a file that has been stored; null when it has not.</summary>
    Task<IStoredFile?> TryOpenAsync(ReceiptId id, CancellationToken cancellationToken);

    /// <summary>Opens a file that has been stored, with what came with it; null when it has not.</summary>
    Task<ReceivedFile?> TryOpenReceivedAsync(ReceiptId id, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the accepted rows of a long file beside it: one transaction; what an interrupted attempt stored stays.
    /// </summary>
    Task StoreRowsAsync(ReceiptId id, Stream rows, string index, CancellationToken cancellationToken);

    /// <summary>The accepted rows of a long file; null when it is not long, or was not accepted.</summary>
    Task<RowBlocks?> FindRowsAsync(ReceiptId id, CancellationToken cancellationToken);
}
