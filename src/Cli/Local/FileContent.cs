using PianoZona.Contracts.Reading;

namespace PianoZona.Cli.Local;

/// <summary>A file of this machine as the content of an upload.</summary>
internal sealed class FileContent(string path) : IUploadContent
{
    /// <inheritdoc/>
    public long Length => new FileInfo(path).Length;

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream>(
            new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                1,
                FileOptions.SequentialScan | FileOptions.Asynchronous));
}
