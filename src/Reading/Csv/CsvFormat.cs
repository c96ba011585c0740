using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reading.Csv;

/// <summary>Opens a CSV: a survey of the whole file, then its rows.</summary>
internal sealed class CsvFormat(ReadLimits limits)
{
    /// <summary>Opens a CSV.</summary>
    /// <param name="content">The bytes; the source that is returned owns them.</param>
    /// <param name="blocks">The first pass, its first block read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ReadResult> OpenAsync(RereadableContent content, HashedBlocks blocks, CancellationToken cancellationToken)
    {
        CsvSurvey survey = await CsvSurvey.RunAsync(blocks, limits.MaxCellLength, limits.MaxColumns, cancellationToken);
        string sha256 = blocks.Sha256();
        if (survey.Coding.BadByte is { } bad)
        {
            return Refusal.Of(sha256, await DescribeAsync(content, survey, bad, cancellationToken));
        }

        Stream stream = await content.OpenAsync(cancellationToken);
        StreamReader reader = new(stream, survey.Coding.Encoding!, detectEncodingFromByteOrderMarks: false, HashedBlocks.BlockSize);
        CsvRows rows = new(reader.ReadAsync, limits.MaxCellLength, limits.MaxColumns) { Separator = survey.Dialect.Separator };
        CsvRowSource? opened = null;
        try
        {
            bool any = await rows.MoveToHeaderAsync(survey.Dialect, cancellationToken);
            if (Prevented(rows, any) is { } problem)
            {
                return Refusal.Of(sha256, problem);
            }

            opened = new CsvRowSource(content, reader, rows, survey, sha256, limits);
            return new ReadResult(opened, sha256, []);
        }
        finally
        {
            if (opened is null)
            {
                rows.Dispose();
                reader.Dispose();
            }
        }
    }

    private static Problem? Prevented(CsvRows rows, bool any) =>
        rows.Fault is { } fault ? FaultText.Of(fault)
        : !any ? Refusal.Empty()
        : HeaderCheck.LooksLikeData(rows.CopyCells(rows.CellCount)) ? Refusal.NoHeader(rows.RowNumber) : null;

    // A second look at the file, which only a file with a bad byte costs.
    private async Task<Problem> DescribeAsync(RereadableContent content, CsvSurvey survey, BadByte bad, CancellationToken cancellationToken)
    {
        await using Stream stream = await content.OpenAsync(cancellationToken);
        await using HashedBlocks blocks = new(stream, content.Length);
        await blocks.MoveNextAsync(cancellationToken);
        (int Row, int Column)? at = await survey.LocateAsync(blocks, bad.Offset, limits.MaxCellLength, limits.MaxColumns, cancellationToken);
        Location location = at is { } cell ? new Location(cell.Row, Cell: Location.A1(cell.Column, cell.Row)) : Location.File;
        return Refusal.BadByte(location, bad.Value, bad.Offset);
    }
}
