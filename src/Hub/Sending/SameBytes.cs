using System.Buffers;

namespace PianoZona.Hub.Sending;

/// <summary>Whether two streams hold the same.</summary>
internal static class SameBytes
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Reads both from where they are until they differ or end.</summary>
    public static async Task<bool> AreAsync(Stream one, Stream other, CancellationToken cancellationToken)
    {
        byte[] first = ArrayPool<byte>.Shared.Rent(BufferSize);
        byte[] second = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (true)
            {
                Memory<byte> read = await NextAsync(one, first, cancellationToken);
                Memory<byte> otherRead = await NextAsync(other, second, cancellationToken);
                if (read.IsEmpty || !read.Span.SequenceEqual(otherRead.Span))
                {
                    return read.IsEmpty && otherRead.IsEmpty;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(first);
            ArrayPool<byte>.Shared.Return(second);
        }
    }

    private static async Task<Memory<byte>> NextAsync(
        Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        int read = await stream.ReadAtLeastAsync(
            buffer.AsMemory(0, BufferSize), BufferSize, throwOnEndOfStream: false, cancellationToken);
        return buffer.AsMemory(0, read);
    }
}
