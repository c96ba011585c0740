using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>Some rows copied out of a source, cell after cell, with the values of those in which nothing is wrong.</summary>
internal sealed class RowBatch(FlowSchema flow)
{
    private readonly List<Row> rows = [];
    private readonly List<ValidRow> values = [];
    private readonly List<bool> isClean = [];
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

    /// <summary>Copies the current row of a source.</summary>
    public void Add(IRowSource source)
    {
        int count = source.CellCount;
        rows.Add(new Row(source.RowNumber, cells, count));
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

    /// <summary>Reads the cells of all rows.</summary>
    public void Read(CleanRowReader reader)
    {
        for (int index = 0; index < rows.Count; index++)
        {
            if (index == values.Count)
            {
                values.Add(new ValidRow(flow));
                isClean.Add(false);
            }

            isClean[index] = reader.TryRead(this, rows[index], values[index]);
        }
    }

    /// <summary>The values of a row, when they were read; null when something is wrong with it, or may be.</summary>
    public ValidRow? Clean(int index) => isClean[index] ? values[index] : null;

    /// <summary>The cell that is the label of a check total, from the beginning of its row; −1 when there is none.</summary>
    /// <remarks>Only the first cell with a letter in it may be: figures and codes may come before the label.</remarks>
    public int LabelOf(in Row row)
    {
        for (int index = 0; index < row.CellCount; index++)
        {
            ReadOnlySpan<char> cell = Cell(row.FirstCell + index);
            foreach (char c in cell)
            {
                if (char.IsLetter(c))
                {
                    return ControlTotals.IsLabel(cell) ? index : -1;
                }
            }
        }

        return -1;
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
    public readonly record struct Row(int Number, int FirstCell, int CellCount);
}
