using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reading.Csv;

/// <summary>The rows of a CSV, its header read.</summary>
internal sealed class CsvRowSource : IRowSource
{
    private readonly CsvText text;
    private readonly CsvRows rows;
    private readonly int maxRows;
    private int dataRows;

    /// <summary>Takes over the text and its rows, which stand at the header.</summary>
    public CsvRowSource(CsvText text, CsvRows rows, ReadLimits limits)
    {
        (this.text, this.rows, maxRows) = (text, rows, limits.MaxRows);
        HeaderRow = rows.RowNumber;
        Header = rows.CopyCells(rows.CountWithoutBlankEnd(0));
        Survey = text.Survey(Header.Count);
    }

    /// <inheritdoc/>
    public FileSurvey Survey { get; private set; }

    /// <inheritdoc/>
    public int HeaderRow { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc/>
    public int RowNumber => rows.RowNumber;

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int index) => (uint)index < (uint)CellCount ? rows.Cell(index) : [];

    /// <inheritdoc/>
    public bool HasCellProblem => false;

    /// <inheritdoc/>
    public int CopyTo(Span<char> text, Span<CellPlace> places) => rows.CopyTo(CellCount, text, places);

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        CellCount = 0;
        while (Failure is null && (rows.TryNext() || await rows.NextAsync(cancellationToken)))
        {
            if (!rows.IsBlank && Accept())
            {
                return true;
            }
        }

        Failure ??= rows.Fault is { } fault ? FaultText.Of(fault) : null;
        Survey = text.Finish(Survey, Failure is not null);
        return false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        rows.Dispose();
        return text.DisposeAsync();
    }

    private bool Accept()
    {
        if (dataRows == maxRows)
        {
            Failure = Refusal.TooManyRows(rows.RowNumber, maxRows);
            return false;
        }

        dataRows++;
        CellCount = rows.CountWithoutBlankEnd(Header.Count);
        return true;
    }
}
