using PianoZona.Contracts.Reading;

namespace PianoZona.Hub.Filling;

/// <summary>A file that was made of what was typed, and is not kept yet.</summary>
internal sealed class TypedFile(byte[] bytes) : IUploadContent
{
    public long Length => bytes.Length;

    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false));
}
