namespace PianoZona.Contracts.Reading;

/// <summary>
/// The bytes of one file. They may be read more than once, and are the same each time: an implementation over a blob
/// pins its ETag.
/// </summary>
public interface IUploadContent
{
    /// <summary>Length in bytes.</summary>
    long Length { get; }

    /// <summary>A stream from the first byte; the caller disposes it.</summary>
    ValueTask<Stream> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>What a file may measure at most (docs/specifica/tracciati.md § Limiti).</summary>
/// <param name="MaxBytes">Bytes of the file.</param>
/// <param name="MaxRows">Data rows.</param>
/// <param name="MaxCellLength">Characters of one cell: an unclosed quote must not swallow the file.</param>
/// <param name="MaxColumns">Columns of a row.</param>
public sealed record ReadLimits(
    long MaxBytes = 50L * 1024 * 1024, int MaxRows = 1_000_000, int MaxCellLength = 32_767, int MaxColumns = 500);
