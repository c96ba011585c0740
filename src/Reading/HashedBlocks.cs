using System.Buffers;
using System.Security.Cryptography;

namespace PianoZona.Reading;

/// <summary>A stream in full blocks of bytes, hashed on the way.</summary>
internal sealed class HashedBlocks(Stream stream, long length) : IDisposable
{
    /// <summary>Bytes of every block but the last: even, so that no UTF-16 unit is split.</summary>
    public const int BlockSize = 64 * 1024;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
    private long total;

    /// <summary>The bytes of the current block; empty at the end.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Reads the next block.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The stream does not have the length it should.</exception>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        int read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, BlockSize), BlockSize, throwOnEndOfStream: false, cancellationToken);
        total += read;
        if (total > length || (read < BlockSize && total != length))
        {
            throw new InvalidDataException("The stream does not have the declared length.");
        }

        hash.AppendData(buffer, 0, read);
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

    /// <summary>The hash of what was read, lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <inheritdoc/>
    public void Dispose()
    {
        hash.Dispose();
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
