using System.Buffers;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading;

/// <summary>
/// An upload that is read twice for one storage transaction when it is small: its bytes stay in a pooled buffer.
/// </summary>
internal sealed class RereadableContent : IUploadContent, IDisposable
{
    /// <summary>The most bytes kept in memory.</summary>
    public const int MaxKept = 1024 * 1024;

    /// <summary>Owns nothing.</summary>
    public static readonly RereadableContent None = new(inner: null, kept: null, 0);

    private readonly IUploadContent? inner;
    private byte[]? kept;
    private bool isPooled = true;

    private RereadableContent(IUploadContent? inner, byte[]? kept, long length) =>
        (this.inner, this.kept, Length) = (inner, kept, length);

    /// <inheritdoc/>
    public long Length { get; }

    /// <summary>Wraps an upload, reading it at once when it is small.</summary>
    /// <exception cref="InvalidDataException">The stream of a small upload does not have its length.</exception>
    public static async Task<RereadableContent> OverAsync(IUploadContent content, CancellationToken cancellationToken)
    {
        if (content.Length > MaxKept)
        {
            return new RereadableContent(content, kept: null, content.Length);
        }

        // One byte more than promised, so that a longer stream shows.
        int room = (int)content.Length + 1;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(room);
        RereadableContent result = new(content, bytes, content.Length);
        try
        {
            await using Stream stream = await content.OpenAsync(cancellationToken);
            int read = await stream.ReadAtLeastAsync(
                bytes.AsMemory(0, room), room, throwOnEndOfStream: false, cancellationToken);
            if (read != content.Length)
            {
                throw new InvalidDataException("The stream does not have the declared length.");
            }

            (RereadableContent opened, result) = (result, None);
            return opened;
        }
        finally
        {
            result.Dispose();
        }
    }

    /// <summary>Keeps all the bytes, however many: a ZIP is read from its end, and its pieces in any order.</summary>
    /// <param name="blocks">The stream of this content, its first block read; it is read to its end.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The bytes, from the first one; they can be sought.</returns>
    public async Task<Stream> KeepAsync(HashedBlocks blocks, CancellationToken cancellationToken)
    {
        bool isKept = kept is not null;
        if (!isKept)
        {
            // Of the exact length: the pool would round 50 MB up to 64 and keep them for good.
            (kept, isPooled) = (GC.AllocateUninitializedArray<byte>((int)Length), false);
        }

        byte[] bytes = kept!;
        int at = 0;
        do
        {
            if (!isKept)
            {
                blocks.Current.CopyTo(bytes.AsMemory(at));
            }

            at += blocks.Current.Length;
        }
        while (await blocks.MoveNextAsync(cancellationToken));
        return new MemoryStream(bytes, 0, at, writable: false);
    }

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => kept is { } bytes
        ? new(new MemoryStream(bytes, 0, (int)Length, writable: false))
        : (inner ?? throw new ObjectDisposedException(nameof(RereadableContent))).OpenAsync(cancellationToken);

    /// <summary>Gives the buffer back. Streams opened from it must be closed before.</summary>
    public void Dispose()
    {
        if (kept is { } bytes)
        {
            kept = null;
            if (isPooled)
            {
                ArrayPool<byte>.Shared.Return(bytes, clearArray: true); // it may have held personal data
            }
        }
    }
}
