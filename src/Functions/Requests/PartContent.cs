using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Requests;

/// <summary>The bytes of a part of a form; one that is cut short is a fault of the request.</summary>
/// <param name="part">The bytes.</param>
/// <param name="atEnd">What is done where they end, before who reads them knows; null = nothing.</param>
internal sealed class PartContent(Stream part, Func<Task>? atEnd = null) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="BadHttpRequestException">The part ends before its boundary.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await part.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception broken) when (UploadedFiles.IsBroken(broken))
        {
            throw UploadedFiles.Cut(broken);
        }

        if (read == 0 && buffer.Length > 0 && atEnd is not null)
        {
            await atEnd();
        }

        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
