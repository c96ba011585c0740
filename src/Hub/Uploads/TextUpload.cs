using PianoZona.Contracts.Reading;

namespace PianoZona.Hub.Uploads;

/// <summary>A file that the hub itself made, before it is put anywhere.</summary>
public sealed class TextUpload(byte[] content) : IUploadContent
{
    /// <inheritdoc/>
    public long Length => content.Length;

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false));
}
