using System.Buffers;
using System.Runtime.CompilerServices;

namespace PianoZona.Reading.Csv;

/// <summary>Reads more characters; 0 at the end.</summary>
internal delegate ValueTask<int> ReadChars(Memory<char> destination, CancellationToken cancellationToken);

/// <summary>
/// Cuts characters into the rows and cells of a CSV. Cells are spans into one pooled buffer that always holds the whole
/// current row.
/// </summary>
/// <remarks>Lenient as spreadsheets are: a quote inside an unquoted cell and text after a closing quote are literal;
/// rows end with CRLF, LF or CR, also mixed. What cannot be read is a <see cref="Fault"/>, not an exception.</remarks>
internal sealed partial class CsvRows : IDisposable
{
    /// <summary>Characters read at first.</summary>
    public const int FirstBuffer = 32 * 1024;

    private readonly ReadChars source;
    private readonly int maxCell;
    private readonly List<int> escaped = [];
    private readonly RowMarks marks = new();
    private bool marked; // the marks are those of what the buffer holds
    private char[] buffer = ArrayPool<char>.Shared.Rent(FirstBuffer);
    private int start; // of what has not been cut yet
    private int end;
    private bool complete; // the source has no more
    private long dropped; // characters that came before buffer[0]
    private readonly int[] starts;
    private readonly int[] lengths;

    /// <summary>Reads from a source.</summary>
    /// <param name="source">Where characters come from.</param>
    /// <param name="maxCell">Characters of one cell, at most.</param>
    /// <param name="maxColumns">Cells of one row, at most.</param>
    public CsvRows(ReadChars source, int maxCell, int maxColumns)
    {
        (this.source, this.maxCell) = (source, maxCell);
        (starts, lengths) = (new int[maxColumns], new int[maxColumns]);
    }

    private enum CellEnd
    {
        Separator,
        Row,
        Incomplete,
    }

    /// <summary>What parts cells.</summary>
    public char Separator
    {
        get;
        set => (field, marked) = (value, false);
    }

    = ';';

    /// <summary>Number of the current row from 1, blank rows included.</summary>
    public int RowNumber { get; private set; }

    /// <summary>Cells of the current row.</summary>
    public int CellCount { get; private set; }

    /// <summary>Why cutting stopped; null at a regular end.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>How many characters came before the end of the current row.</summary>
    public long Position => dropped + start;

    /// <summary>What is in the buffer and has not been cut yet.</summary>
    public ReadOnlySpan<char> Buffered => buffer.AsSpan(start, end - start);

    /// <summary>Moves to the next row, blank or not.</summary>
    /// <returns>False at the end or at a fault.</returns>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (!TryNext())
        {
            if (Fault is not null || (complete && start == end))
            {
                return false;
            }

            await FillAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>Moves to the next row if the buffer holds the whole of it; otherwise there is no current row.</summary>
    public bool TryNext()
    {
        if (start == end || Fault is not null)
        {
            return false;
        }

        if (!marked)
        {
            marks.Find(Buffered, start, Separator);
            marked = true;
        }

        CellCount = 0;
        escaped.Clear();
        int at = start;
        int firstMark = marks.Next;
        CellEnd cellEnd;
        do
        {
            cellEnd = at < end && buffer[at] == '"' ? CutQuoted(ref at) : CutPlain(ref at);
        }
        while (cellEnd == CellEnd.Separator);
        if (cellEnd == CellEnd.Incomplete || !Unescape())
        {
            marks.Next = firstMark;
            return false;
        }

        start = at;
        RowNumber++;
        return true;
    }

    /// <summary>Fills the buffer, keeping what has not been cut yet.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        marked = false;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (dropped, end, start) = (dropped + start, end - start, 0);
        }
        else if (end == buffer.Length)
        {
            char[] larger = ArrayPool<char>.Shared.Rent(buffer.Length * 2);
            buffer.CopyTo(larger, 0);
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
            buffer = larger;
        }

        while (end < buffer.Length && !complete)
        {
            int read = await source(buffer.AsMemory(end), cancellationToken);
            complete = read == 0;
            end += read;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(buffer, clearArray: true); // it may have held personal data
        (buffer, start, end, complete) = ([], 0, 0, true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CellEnd CutPlain(ref int at)
    {
        int stop = FindStop(at);
        return stop == end && !complete ? Incomplete(at, CsvFaultKind.CellTooLong)
            : stop - at > maxCell ? Fail(CsvFaultKind.CellTooLong)
            : Add(at, stop - at) ? Step(ref at, stop) : CellEnd.Incomplete;
    }

    private CellEnd CutQuoted(ref int at)
    {
        int first = at + 1;
        int from = first;
        int close;
        while (true)
        {
            int quote = buffer.AsSpan(from, end - from).IndexOf('"');
            close = from + quote;
            if (quote < 0 || (close + 1 == end && !complete))
            {
                return complete ? Fail(CsvFaultKind.UnclosedQuote) : Incomplete(at, CsvFaultKind.UnclosedQuote);
            }

            if (close + 1 == end || buffer[close + 1] != '"')
            {
                break;
            }

            from = close + 2;
        }

        int stop = FindStop(close + 1);
        if (stop == end && !complete)
        {
            return Incomplete(at, CsvFaultKind.UnclosedQuote);
        }

        bool isPlain = from == first && stop == close + 1;
        if (!isPlain)
        {
            escaped.Add(CellCount); // still with its quotes: Unescape
        }

        int length = isPlain ? close - first : stop - first;
        return length > RawLimit ? Fail(CsvFaultKind.UnclosedQuote)
            : Add(first, length) ? Step(ref at, stop) : CellEnd.Incomplete;
    }

    // A cell of doubled quotes is twice as long before they are undone.
    private int RawLimit => (2 * maxCell) + 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindStop(int from)
    {
        int mark = marks.From(from);
        return mark < 0 ? end : mark;
    }

    // A row that is not whole is cut again after the next fill; the limit keeps the buffer small.
    private CellEnd Incomplete(int from, CsvFaultKind kind) => end - from > RawLimit ? Fail(kind) : CellEnd.Incomplete;

    private CellEnd Fail(CsvFaultKind kind)
    {
        Fault = new CsvFault(kind, RowNumber + 1, CellCount);
        return CellEnd.Incomplete;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Add(int from, int length)
    {
        if (CellCount == starts.Length)
        {
            if (length > 0)
            {
                Fail(CsvFaultKind.TooManyColumns);
            }

            return length == 0; // empty cells that a spreadsheet wrote out to its last column
        }

        (starts[CellCount], lengths[CellCount]) = (from, length);
        CellCount++;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CellEnd Step(ref int at, int stop)
    {
        if (stop == end)
        {
            at = end;
            return CellEnd.Row;
        }

        char mark = buffer[stop];
        if (mark == '\r' && stop + 1 == end && !complete)
        {
            return CellEnd.Incomplete; // a line feed may follow
        }

        at = mark == '\r' && stop + 1 < end && buffer[stop + 1] == '\n' ? stop + 2 : stop + 1;
        return mark == Separator ? CellEnd.Separator : CellEnd.Row;
    }

    // In place, and only once the row is whole: the result is never longer.
    private bool Unescape()
    {
        foreach (int index in escaped)
        {
            lengths[index] = QuotedCell.Undo(buffer.AsSpan(starts[index], lengths[index]));
        }

        int tooLong = escaped.Count == 0 ? -1 : escaped.FindIndex(index => lengths[index] > maxCell);
        if (tooLong >= 0)
        {
            Fault = new CsvFault(CsvFaultKind.UnclosedQuote, RowNumber + 1, escaped[tooLong]);
        }

        return tooLong < 0;
    }
}
