using System.Text;
using PianoZona.Contracts.Reading;

namespace PianoZona.Golden.Tests;

/// <summary>A text as the content of an upload.</summary>
internal sealed class MemoryContent(string text) : IUploadContent
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

    /// <inheritdoc/>
    public long Length => bytes.Length;

    /// <inheritdoc/>
    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false));
}
