using System.Runtime.CompilerServices;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reading;

/// <summary>Some hundred rows copied out of a source, cell after cell.</summary>
/// <param name="hasProblems">Whether cells may have problems of their own.</param>
internal sealed class RowBatch(bool hasProblems)
{
    private const int FullText = 128 * 1024;

    private readonly List<(int Number, int FirstCell, int CellCount)> rows = [];
    private readonly Dictionary<int, Problem> problems = [];
    private char[] text = new char[FullText * 5 / 4];
    private int[] ends = new int[FullText / 4]; // of the cells; the one at 0 ends where the first begins
    private int cells;

    /// <summary>How many rows.</summary>
    public int Count => rows.Count;

    /// <summary>Whether it holds as much as it should.</summary>
    public bool IsFull => ends[cells] >= FullText || rows.Count >= FullText / 8;

    /// <summary>Number of a row in the file, and its cells.</summary>
    public (int Number, int FirstCell, int CellCount) this[int row] => rows[row];

    /// <summary>The text of a cell.</summary>
    public ReadOnlySpan<char> Cell(int index) => text.AsSpan(ends[index], ends[index + 1] - ends[index]);

    /// <summary>The problem of a cell.</summary>
    public Problem? ProblemOf(int index) => hasProblems ? problems.GetValueOrDefault(index) : null;

    /// <summary>Copies the current row of a source.</summary>
    public void Add(IRowSource source)
    {
        int count = source.CellCount;
        rows.Add((source.RowNumber, cells, count));
        if (cells + count >= ends.Length)
        {
            Array.Resize(ref ends, Math.Max(ends.Length * 2, cells + count + 1));
        }

        for (int i = 0; i < count; i++)
        {
            AddCell(source.Cell(i));
            if (hasProblems && source.CellProblem(i) is { } problem)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
}
