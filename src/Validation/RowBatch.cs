using System.Runtime.InteropServices;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>Some rows copied out of a source, with the values of those in which nothing is wrong.</summary>
internal sealed class RowBatch(FlowSchema flow)
{
    private readonly List<Row> rows = [];
    private readonly List<ValidRow> values = [];
    private readonly Dictionary<int, Problem> problems = [];
    private char[] text = new char[1024];
    private CellPlace[] cells = new CellPlace[256];
    private int textEnd;
    private int cellEnd;

    /// <summary>How many rows.</summary>
    public int Count => rows.Count;

    /// <summary>How many characters and cells.</summary>
    public int Size => textEnd + cellEnd;

    /// <summary>The rows, in the order of the file.</summary>
    public Span<Row> Rows => CollectionsMarshal.AsSpan(rows);

    /// <summary>The text of a cell, by its place in the batch.</summary>
    public ReadOnlySpan<char> Cell(int index) => text.AsSpan(cells[index].Start, cells[index].Length);

    /// <summary>The problem of a cell, by its place in the batch.</summary>
    public Problem? ProblemOf(int index) => problems.Count == 0 ? null : problems.GetValueOrDefault(index);

    /// <summary>The values of a row; they count only when it is clean.</summary>
    public ValidRow Values(int index) => values[index];

    /// <summary>Copies the current row of a source.</summary>
    public void Add(IRowSource source)
    {
        int count = source.CellCount;
        if (cellEnd + count > cells.Length)
        {
            Array.Resize(ref cells, Math.Max(cells.Length * 2, cellEnd + count));
        }

        Span<CellPlace> places = cells.AsSpan(cellEnd, count);
        int length = source.CopyTo(text.AsSpan(textEnd), places);
        while (length < 0)
        {
            Array.Resize(ref text, text.Length * 2);
            length = source.CopyTo(text.AsSpan(textEnd), places);
        }

        foreach (ref CellPlace place in places)
        {
            place = place with { Start = textEnd + place.Start };
        }

        bool hasProblem = source.HasCellProblem;
        rows.Add(new Row(source.RowNumber, cellEnd, count, hasProblem));
        for (int i = 0; hasProblem && i < count; i++)
        {
            if (source.CellProblem(i) is { } problem)
            {
                problems[cellEnd + i] = problem;
            }
        }

        (textEnd, cellEnd) = (textEnd + length, cellEnd + count);
        AddValues();
    }

    /// <summary>
    /// The cell that is the label of a check total, from the beginning of its row; −1 when there is none.
    /// </summary>
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
        (textEnd, cellEnd) = (0, 0);
    }

    // They are many, and used again for the rows of the next batch.
    private void AddValues()
    {
        if (values.Count < rows.Count)
        {
            values.Add(new ValidRow(flow));
        }

        values[rows.Count - 1].Number = rows[^1].Number;
    }

    /// <summary>One row.</summary>
    /// <param name="Number">Its number in the file.</param>
    /// <param name="FirstCell">The place of its first cell in the batch.</param>
    /// <param name="CellCount">How many cells it has.</param>
    /// <param name="HasProblem">Whether one of them has a problem.</param>
    public record struct Row(int Number, int FirstCell, int CellCount, bool HasProblem)
    {
        /// <summary>Whether its values were read, and there is nothing to tell of them.</summary>
        public bool IsClean { get; set; }

        /// <summary>The fingerprint of a clean row.</summary>
        public RowHash Hash { get; set; }
    }
}
