using System.Text;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reading.Csv;

/// <summary>
/// Opens a CSV: a survey of the whole file, then its rows; or its rows at once, when nothing in it needs a survey.
/// </summary>
internal sealed class CsvFormat(ReadLimits limits)
{
    /// <summary>Opens a CSV.</summary>
    /// <param name="content">The bytes; the source that is returned owns them.</param>
    /// <param name="blocks">The first pass, its first block read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ReadResult> OpenAsync(
        RereadableContent content, HashedBlocks blocks, CancellationToken cancellationToken)
    {
        CsvSurvey survey = await CsvSurvey.RunAsync(blocks, limits.MaxCellLength, limits.MaxColumns, cancellationToken);
        string sha256 = blocks.Sha256();
        if (survey.Coding.BadByte is { } bad)
        {
            return Refusal.Of(sha256, await DescribeAsync(content, survey, bad, cancellationToken));
        }

        StreamReader reader = new(
            await content.OpenAsync(cancellationToken),
            survey.Coding.Encoding!,
            detectEncodingFromByteOrderMarks: false,
            HashedBlocks.BlockSize);
        (CsvRowSource? opened, Problem? problem) = (null, null);
        try
        {
            (opened, problem) = await OpenAsync(
                new SurveyedText(content, reader, survey, sha256), survey.Dialect, cancellationToken);
            return problem is null ? new ReadResult(opened, sha256, []) : Refusal.Of(sha256, problem);
        }
        finally
        {
            if (opened is null)
            {
                reader.Dispose();
            }
        }
    }

    /// <summary>Opens a CSV that may be plain, without a survey.</summary>
    /// <param name="content">The bytes; the source that is returned owns them, the stream and the blocks.</param>
    /// <param name="stream">Their stream.</param>
    /// <param name="blocks">Their blocks, of which the first is read, and <see cref="PlainText.MayBe"/> plain.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The source, whose hash is known after its last row.</returns>
    /// <exception cref="SurveyNeededException">It is not plain, or something is wrong with it.</exception>
    public async Task<ReadResult> OpenPlainAsync(
        RereadableContent content, Stream stream, HashedBlocks blocks, CancellationToken cancellationToken)
    {
        // The same sample by which a survey tells the separator.
        ReadOnlyMemory<byte> first = blocks.Current[PlainText.BomOf(blocks.Current.Span)..];
        string sample = Encoding.Latin1.GetString(first.Span[..Math.Min(first.Length, CsvRows.FirstBuffer)]);
        Dialect dialect = Dialect.Detect(sample, limits.MaxCellLength, limits.MaxColumns);
        (CsvRowSource? opened, _) = await OpenAsync(
            new PlainText(content, stream, blocks, dialect.Separator), dialect, cancellationToken);
        return new ReadResult(opened ?? throw new SurveyNeededException(), string.Empty, []);
    }

    // The source owns the text; without a source it is still the caller's.
    private async Task<(CsvRowSource? Source, Problem? Problem)> OpenAsync(
        CsvText text, Dialect dialect, CancellationToken cancellationToken)
    {
        CsvRows rows = new(text.ReadAsync, limits.MaxCellLength, limits.MaxColumns) { Separator = dialect.Separator };
        CsvRowSource? opened = null;
        try
        {
            bool any = await rows.MoveToHeaderAsync(dialect, cancellationToken);
            Problem? problem = Prevented(rows, any);
            opened = problem is null ? new CsvRowSource(text, rows, limits) : null;
            return (opened, problem);
        }
        finally
        {
            if (opened is null)
            {
                rows.Dispose();
            }
        }
    }

    private static Problem? Prevented(CsvRows rows, bool any) =>
        rows.Fault is { } fault ? FaultText.Of(fault)
        : !any ? Refusal.Empty()
        : HeaderCheck.LooksLikeData(rows.CopyCells(rows.CellCount)) ? Refusal.NoHeader(rows.RowNumber) : null;

    // A second look at the file, which only a file with a bad byte costs.
    private async Task<Problem> DescribeAsync(
        RereadableContent content, CsvSurvey survey, BadByte bad, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.OpenAsync(cancellationToken);
        await using HashedBlocks blocks = new(stream, content.Length);
        await blocks.MoveNextAsync(cancellationToken);
        (int Row, int Column)? at = await survey.LocateAsync(
            blocks, bad.Offset, limits.MaxCellLength, limits.MaxColumns, cancellationToken);
        Location location = at is { } cell
            ? new Location(cell.Row, Cell: Location.A1(cell.Column, cell.Row))
            : Location.File;
        return Refusal.BadByte(location, bad.Value, bad.Offset);
    }
}
