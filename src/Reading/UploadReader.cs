using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Rules;
using PianoZona.Reading.Csv;
using PianoZona.Reading.Xlsx;

namespace PianoZona.Reading;

/// <summary>Opens an upload as rows. The format is told by content, never by the name.</summary>
/// <param name="limits">What a file may measure at most.</param>
public sealed class UploadReader(ReadLimits limits)
{
    private readonly CsvFormat csv = new(limits);
    private readonly XlsxFormat xlsx = new(limits);

    /// <inheritdoc cref="OpenAsync(IUploadContent, string?, CancellationToken)"/>
    public Task<ReadResult> OpenAsync(IUploadContent content, CancellationToken cancellationToken) =>
        OpenAsync(content, sheet: null, cancellationToken);

    /// <summary>Surveys the whole file, then opens it at its first data row.</summary>
    /// <param name="content">The bytes; read once from storage when they are at most 1 MB or an XLSX, else twice. The
    /// compressed bytes of an XLSX stay in memory, since a ZIP is read from its end.</param>
    /// <param name="sheet">The flow: the sheet of that name is read. Null = the only sheet with data.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>A source, which the caller disposes, or the problems (PZ1001-PZ1004, PZ1006, PZ1007, PZ2005). The hash
    /// is empty when the file is over the limit (PZ1004), since it is not read.</returns>
    /// <exception cref="InvalidDataException">
    /// The stream is longer or shorter than <see cref="IUploadContent.Length"/>.
    /// </exception>
    public Task<ReadResult> OpenAsync(IUploadContent content, string? sheet, CancellationToken cancellationToken) =>
        OpenAsync(content, new Way(sheet), cancellationToken);

    /// <summary>Opens a file at its first data row as <see cref="OpenAsync(IUploadContent, string?,
    /// CancellationToken)"/> does, but a CSV that leaves a survey nothing to find is read once only: the hash of its
    /// source's survey is then known after the last row.</summary>
    /// <exception cref="SurveyNeededException">
    /// The file must be surveyed, and opened so again. The source may throw this, too.
    /// </exception>
    /// <inheritdoc cref="OpenAsync(IUploadContent, string?, CancellationToken)"/>
    public Task<ReadResult> OpenAtOnceAsync(
        IUploadContent content,
        string? sheet,
        CancellationToken cancellationToken
    ) => OpenAsync(content, new Way(sheet) { AtOnce = true }, cancellationToken);

    /// <summary>
    /// Opens a file of which it is not known what it is, as <see cref="OpenAsync(IUploadContent, string?,
    /// CancellationToken)"/> does: of several sheets, none of which has the name, the first is read (no PZ1006).
    /// </summary>
    /// <inheritdoc cref="OpenAsync(IUploadContent, string?, CancellationToken)"/>
    public Task<ReadResult> OpenAnyAsync(
        IUploadContent content, string? sheet, CancellationToken cancellationToken) =>
        OpenAsync(content, new Way(sheet) { OrFirst = true }, cancellationToken);

    /// <summary>A file as it is: what can be seen of one that could not be read to its end.</summary>
    /// <param name="content">The bytes; of more than a file may measure, the first ones are looked at.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IAsyncEnumerable<RawPiece> PiecesAsync(IUploadContent content, CancellationToken cancellationToken) =>
        RawPieces.OfAsync(content, limits.MaxBytes, cancellationToken);

    private async Task<ReadResult> OpenAsync(IUploadContent content, Way way, CancellationToken cancellationToken)
    {
        if (content.Length > limits.MaxBytes)
        {
            return Refusal.Of(string.Empty, Refusal.TooLarge(content.Length, limits.MaxBytes));
        }

        RereadableContent bytes = await RereadableContent.OverAsync(content, cancellationToken);
        try
        {
            ReadResult result = await OpenKindAsync(bytes, way, cancellationToken);
            if (result.Source is not null)
            {
                bytes = RereadableContent.None; // the source owns it now
            }

            return result;
        }
        finally
        {
            bytes.Dispose();
        }
    }

    private async Task<ReadResult> OpenKindAsync(
        RereadableContent content, Way way, CancellationToken cancellationToken)
    {
        Stream stream = await content.OpenAsync(cancellationToken);
        HashedBlocks blocks = new(stream, content.Length);
        bool isHandedOver = false;
        try
        {
            await blocks.MoveNextAsync(cancellationToken);
            FileFormat format = FormatDetector.Detect(blocks.Current.Span);
            if (way.AtOnce && format.Kind == FileKind.Csv && PlainText.MayBe(blocks.Current.Span))
            {
                ReadResult result = await csv.OpenPlainAsync(content, stream, blocks, cancellationToken);
                isHandedOver = true;
                return result;
            }

            return await OpenAsync(format, content, blocks, way, cancellationToken);
        }
        finally
        {
            if (!isHandedOver)
            {
                await blocks.DisposeAsync();
                await stream.DisposeAsync();
            }
        }
    }

    private async Task<ReadResult> OpenAsync(
        FileFormat format,
        RereadableContent content,
        HashedBlocks blocks,
        Way way,
        CancellationToken cancellationToken)
    {
        switch (format.Kind)
        {
            case FileKind.Csv:
                return await csv.OpenAsync(content, blocks, cancellationToken);

            case FileKind.Xlsx:
                return await xlsx.OpenAsync(content, blocks, way.Sheet, way.OrFirst, cancellationToken);
            case FileKind.Ole:
                bool isLocked = await OleContainer.HoldsEncryptedPackageAsync(blocks, cancellationToken);
                return Refusal.Of(
                    blocks.Sha256(), isLocked ? Refusal.SuspectWorkbook("è protetto da password") : Refusal.OldExcel());
            default:
                await blocks.DrainAsync(cancellationToken);
                return Refusal.Of(blocks.Sha256(), Refusal.NotReadable(Location.File, format.Reason, format.Remedy));
        }
    }

    // How a file is opened: once only, if it can be; and the first of its sheets, where it is not clear which.
    private sealed record Way(string? Sheet)
    {
        public bool AtOnce { get; init; }

        public bool OrFirst { get; init; }
    }
}
