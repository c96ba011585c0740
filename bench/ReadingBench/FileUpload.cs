using PianoZona.Contracts.Reading;

namespace PianoZona.ReadingBench;

/// <summary>A file on disk, opened as often as it is read.</summary>
internal sealed class FileUpload(string path) : IUploadContent
{
    /// <inheritdoc/>
    public long Length { get; } = new FileInfo(path).Length;

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));
}
