using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reading.Csv;

/// <summary>The rows of a CSV, its header read.</summary>
internal sealed class CsvRowSource : IRowSource
{
    private readonly RereadableContent content;
    private readonly StreamReader reader;
    private readonly CsvRows rows;
    private readonly int maxRows;
    private int dataRows;

    /// <summary>Takes over the content, the reader and the rows, which stand at the header.</summary>
    public CsvRowSource(RereadableContent content, StreamReader reader, CsvRows rows, CsvSurvey survey, string sha256, ReadLimits limits)
    {
        (this.content, this.reader, this.rows, maxRows) = (content, reader, rows, limits.MaxRows);
        HeaderRow = rows.RowNumber;
        Header = rows.CopyCells(rows.CountWithoutBlankEnd(0));
        Survey = new FileSurvey(sha256, survey.Coding.Name, survey.Dialect.Separator, survey.Evidence.ToList(survey.Coding.Encoding!, Header.Count));
    }

    /// <inheritdoc/>
    public FileSurvey Survey { get; }

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
            if (!rows.IsBlank)
            {
                return Accept();
            }
        }

        Failure ??= rows.Fault is { } fault ? FaultText.Of(fault) : null;
        return false;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        rows.Dispose();
        reader.Dispose();
        content.Dispose();
        return ValueTask.CompletedTask;
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
