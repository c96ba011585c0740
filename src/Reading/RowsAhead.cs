using System.Threading.Channels;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reading;

/// <summary>The rows of another source, read ahead in batches on another processor while the caller looks at those before.</summary>
internal sealed class RowsAhead : IRowSource
{
    private const int Batches = 3; // one being looked at, one ready, one being filled

    private readonly IRowSource inner;
    private readonly Channel<RowBatch> filled = Channel.CreateUnbounded<RowBatch>(new() { SingleReader = true, SingleWriter = true });
    private readonly Channel<RowBatch> free = Channel.CreateUnbounded<RowBatch>(new() { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource stop = new();
    private Task? reading;
    private RowBatch batch;
    private int row;
    private int firstCell;

    /// <summary>Takes over a source before its first row was read.</summary>
    public RowsAhead(IRowSource inner)
    {
        this.inner = inner;
        bool hasProblems = inner.Survey.Separator == FileSurvey.NoSeparator;
        batch = new RowBatch(hasProblems);
        for (int i = 1; i < Batches; i++)
        {
            free.Writer.TryWrite(new RowBatch(hasProblems));
        }
    }

    /// <inheritdoc/>
    public FileSurvey Survey => inner.Survey;

    /// <inheritdoc/>
    public int HeaderRow => inner.HeaderRow;

    /// <inheritdoc/>
    public IReadOnlyList<string> Header => inner.Header;

    /// <inheritdoc/>
    public IReadOnlyList<OutsideText> Outside => inner.Outside;

    /// <inheritdoc/>
    public int RowNumber { get; private set; }

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int index) => (uint)index < (uint)CellCount ? batch.Cell(firstCell + index) : [];

    /// <inheritdoc/>
    public Problem? CellProblem(int index) => (uint)index < (uint)CellCount ? batch.ProblemOf(firstCell + index) : null;

    /// <inheritdoc/>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        row < batch.Count ? new(MoveTo(row++)) : ReadBatchAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (reading is not null)
        {
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopped half-way, or told already
        }

        await inner.DisposeAsync();
        stop.Dispose();
    }

    private bool MoveTo(int index)
    {
        (RowNumber, firstCell, CellCount) = batch[index];
        return true;
    }

    private async ValueTask<bool> ReadBatchAsync(CancellationToken cancellationToken)
    {
        reading ??= Task.Run(FillAsync, CancellationToken.None);
        CellCount = 0;
        batch.Clear();
        free.Writer.TryWrite(batch);

        while (await filled.Reader.WaitToReadAsync(cancellationToken))
        {
            if (filled.Reader.TryRead(out RowBatch? next))
            {
                (batch, row) = (next, 1);
                return MoveTo(0);
            }
        }

        await reading; // throws what broke it, once the rows before were taken
        Failure = inner.Failure;
        return false;
    }

    private async Task FillAsync()
    {
        try
        {
            bool more = true;
            while (more)
            {
                RowBatch next = await free.Reader.ReadAsync(stop.Token);
                while (!next.IsFull && (more = await inner.ReadAsync(stop.Token)))
                {
                    next.Add(inner);
                }

                if (next.Count > 0)
                {
                    filled.Writer.TryWrite(next);
                }
            }
        }
        finally
        {
            filled.Writer.Complete();
        }
    }
}
