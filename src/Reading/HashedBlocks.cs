using System.Buffers;
using System.Security.Cryptography;

namespace PianoZona.Reading;

/// <summary>
/// A stream in full blocks of bytes, hashed on the way. While one block is looked at, the next is read and hashed on
/// another processor.
/// </summary>
internal sealed class HashedBlocks(Stream stream, long length) : IAsyncDisposable
{
    /// <summary>Bytes of every block but the last: even, so that no UTF-16 unit is split.</summary>
    public const int BlockSize = 256 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // One byte more than promised, so that a longer stream shows.
    private readonly int blockSize = (int)Math.Min(BlockSize, length + 1);
    private byte[] buffer = [];
    private byte[] spare = [];
    private Task<int>? ahead; // fills the spare buffer
    private long total;

    /// <summary>The bytes of the current block; empty at the end.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Reads the next block.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The stream does not have the length it should.</exception>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        int read = await (ahead ?? ReadAsync(cancellationToken));
        (buffer, spare, ahead) = (spare, buffer, null);
        total += read;
        if (total > length || (read < blockSize && total != length))
        {
            throw new InvalidDataException("The stream does not have the declared length.");
        }

        // The end, and the last block of a small file, are not worth a change of thread.
        if (total < length)
        {
            ahead = Task.Run(() => ReadAsync(cancellationToken), cancellationToken);
        }

        Current = buffer.AsMemory(0, read);
        return read > 0;
    }

    /// <summary>Hashes what is left.</summary>
    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        while (await MoveNextAsync(cancellationToken))
        {
            // MoveNextAsync hashes.
        }
    }

    /// <summary>The hash of what was read, lower-case hexadecimal. All blocks must have been read.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (ahead is not null)
        {
            // Only an exception leaves blocks unread; what the reading ahead met is of no interest then.
            await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        hash.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        ArrayPool<byte>.Shared.Return(spare, clearArray: true);
    }

    // Into the spare buffer, which nobody looks at.
    private async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        spare = spare.Length == 0 ? ArrayPool<byte>.Shared.Rent(blockSize) : spare;
        int read = await stream.ReadAtLeastAsync(
            spare.AsMemory(0, blockSize), blockSize, throwOnEndOfStream: false, cancellationToken);
        hash.AppendData(spare, 0, read);
        return read;
    }
}
