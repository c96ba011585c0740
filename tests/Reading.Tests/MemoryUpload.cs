using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests;

/// <summary>
/// An upload in memory that counts how often it is opened and may hand out its bytes in small chunks.
/// </summary>
internal sealed class MemoryUpload(byte[] bytes, int? chunkSeed = null) : IUploadContent
{
    public long Length { get; init; } = bytes.Length;

    public int Opened { get; private set; }

    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        Opened++;
        return new(
            chunkSeed is { } seed
                ? new ChunkedStream(bytes, new Random(seed))
                : new MemoryStream(bytes, writable: false));
    }

    private sealed class ChunkedStream(byte[] bytes, Random random) : MemoryStream(bytes, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, random.Next(1, 9)));

        public override int Read(Span<byte> buffer)
        {
            byte[] chunk = new byte[Math.Min(buffer.Length, 8)];
            int read = Read(chunk, 0, chunk.Length);
            chunk.AsSpan(0, read).CopyTo(buffer);
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            cancellationToken.IsCancellationRequested
                ? ValueTask.FromCanceled<int>(cancellationToken)
                : new(Read(buffer.Span));
    }
}
