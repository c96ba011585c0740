using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>Some rows copied out of a source, cell after cell, with the values of those in which nothing is wrong.</summary>
internal sealed class RowBatch(FlowSchema flow)
{
    private readonly List<Row> rows = [];
    private readonly List<ValidRow> values = [];
    private readonly Dictionary<int, Problem> problems = [];
    private char[] text = new char[1024];
    private int[] ends = new int[256]; // of the cells; the one at 0 ends where the first begins
    private int cells;

    /// <summary>How many rows.</summary>
    public int Count => rows.Count;

    /// <summary>How many characters and cells.</summary>
    public int Size => ends[cells] + cells;

    /// <summary>A row.</summary>
    public Row this[int index] => rows[index];

    /// <summary>The text of a cell.</summary>
    public ReadOnlySpan<char> Cell(int index) => text.AsSpan(ends[index], ends[index + 1] - ends[index]);

    /// <summary>The problem of a cell.</summary>
    public Problem? ProblemOf(int index) => problems.Count == 0 ? null : problems.GetValueOrDefault(index);

    /// <summary>Copies the current row of a source, and reads its cells.</summary>
    public void Add(IRowSource source, CleanRowReader reader)
    {
        if (rows.Count == values.Count)
        {
            values.Add(new ValidRow(flow));
        }

        ValidRow read = values[rows.Count];
        int count = source.CellCount;
        rows.Add(new Row(source.RowNumber, cells, count, reader.TryRead(source, read) ? read : null));
        if (cells + count >= ends.Length)
        {
            Array.Resize(ref ends, Math.Max(ends.Length * 2, cells + count + 1));
        }

        for (int i = 0; i < count; i++)
        {
            AddCell(source.Cell(i));
            if (source.CellProblem(i) is { } problem)
            {
                problems[cells - 1] = problem;
            }
        }
    }

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        rows.Clear();
        problems.Clear();
        cells = 0;
    }

    private void AddCell(ReadOnlySpan<char> cell)
    {
        int at = ends[cells];
        if (at + cell.Length > text.Length)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, at + cell.Length));
        }

        cell.CopyTo(text.AsSpan(at));
        ends[++cells] = at + cell.Length;
    }

    /// <summary>One row.</summary>
    /// <param name="Number">Its number in the file.</param>
    /// <param name="FirstCell">The place of its first cell in the batch.</param>
    /// <param name="CellCount">How many cells it has.</param>
    /// <param name="Clean">Its values; null when something is wrong with it, or may be.</param>
    public readonly record struct Row(int Number, int FirstCell, int CellCount, ValidRow? Clean);
}
