using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests;

/// <summary>A file in memory: what READ would hand over, without bytes.</summary>
internal sealed class ArrayRows : IRowSource
{
    private readonly IReadOnlyList<string[]> rows;
    private int current = -1;

    public ArrayRows(string[] header, IReadOnlyList<string[]> rows)
    {
        this.rows = rows;
        Header = header;
        Survey = new FileSurvey("00", "UTF-8", ';', [.. Enumerable.Range(0, header.Length).Select(EvidenceOf)]);
    }

    /// <summary>A file written as text, with <c>|</c> between cells.</summary>
    public static ArrayRows Of(string header, params IEnumerable<string> rows) =>
        new(header.Split('|'), [.. rows.Select(row => row.Split('|'))]);

    public FileSurvey Survey { get; }

    public int HeaderRow => 1;

    public IReadOnlyList<string> Header { get; }

    public int RowNumber => current + 2;

    public int CellCount => rows[current].Length;

    public Problem? Failure { get; init; }

    /// <summary>Cells without a value, by row of the file and place of the column.</summary>
    public Dictionary<(int Row, int Index), Problem> CellProblems { get; init; } = [];

    public IReadOnlyList<OutsideText> Outside { get; init; } = [];

    public IEnumerable<OutsideText> Elsewhere { get; init; } = [];

    public Problem? CellProblem(int index) => CellProblems.GetValueOrDefault((RowNumber, index));

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(++current < rows.Count);

    public ReadOnlySpan<char> Cell(int index) => index < rows[current].Length ? rows[current][index] : default;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ColumnEvidence EvidenceOf(int index)
    {
        List<NumberShape> shapes =
        [
            .. rows.Where(row => index < row.Length).Select(row => NumberText.Classify(row[index])),
        ];
        return new ColumnEvidence(
            shapes.Count(shape => shape == NumberShape.DecimalComma),
            shapes.Count(shape => shape == NumberShape.SeveralGroups),
            shapes.Count(shape => shape == NumberShape.OneGroup),
            shapes.Count(shape => shape == NumberShape.DotDecimals));
    }
}
