namespace PianoZona.Reading.Csv;

/// <summary>What the first pass over a CSV found.</summary>
/// <param name="Coding">Its encoding, or a bad byte.</param>
/// <param name="Dialect">How it is written.</param>
/// <param name="Evidence">How its numbers are written.</param>
internal sealed record CsvSurvey(TextCoding Coding, Dialect Dialect, EvidenceTally Evidence)
{
    /// <summary>
    /// Reads the whole file once. A fault of the grammar ends the evidence; the second pass reports it at its place.
    /// </summary>
    /// <param name="blocks">The bytes, the first block read.</param>
    /// <param name="maxCell">Characters of one cell, at most.</param>
    /// <param name="maxColumns">Cells of one row, at most.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<CsvSurvey> RunAsync(
        HashedBlocks blocks, int maxCell, int maxColumns, CancellationToken cancellationToken)
    {
        RawText text = new(blocks);

        // Three bytes at most make one character.
        using CsvRows rows = new(text.ReadAsync, 3 * maxCell, maxColumns);
        await rows.FillAsync(cancellationToken);
        Dialect dialect = Dialect.Detect(rows.Buffered, maxCell, maxColumns);
        rows.Separator = dialect.Separator;
        EvidenceTally evidence = new(text.IsUtf16);
        if (await rows.MoveToHeaderAsync(dialect, cancellationToken))
        {
            while (rows.TryNext() || await rows.NextAsync(cancellationToken))
            {
                evidence.Add(rows);
            }
        }

        return new CsvSurvey(await text.FinishAsync(cancellationToken), dialect, evidence);
    }

    /// <summary>Finds the cell of a byte.</summary>
    /// <returns>Row from 1 and column from 0; null when a fault of the grammar comes before.</returns>
    public async Task<(int Row, int Column)?> LocateAsync(
        HashedBlocks blocks, long byteOffset, int maxCell, int maxColumns, CancellationToken cancellationToken)
    {
        RawText text = new(blocks);
        using CsvRows rows = new(text.ReadAsync, 3 * maxCell, maxColumns) { Separator = Dialect.Separator };
        long wanted = text.CharOf(byteOffset);
        bool found = false;
        while (!found && await rows.NextAsync(cancellationToken))
        {
            found = wanted < rows.Position;
        }

        int column = rows.CellCount - 1;
        while (column > 0 && rows.CellPosition(column) > wanted)
        {
            column--;
        }

        return rows.Fault is null && rows.CellCount > 0 ? (rows.RowNumber, column) : null;
    }
}
