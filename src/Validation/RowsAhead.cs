using System.Threading.Channels;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>
/// The rows of a source in batches: one is cut and another has its cells read, while the rows of a third are checked,
/// in their order.
/// </summary>
/// <remarks>
/// The first batch, which is all of a small file, is read where it is asked for. The source is the caller's to dispose.
/// </remarks>
internal sealed class RowsAhead(IRowSource source, FlowSchema flow) : IRowSource
{
    private const int Batches = 5; // one for each of the three, and one ready before each
    private const int FirstSize = 32 * 1024;
    private const int FullSize = 64 * 1024;

    private readonly Channel<RowBatch> filled = NewChannel();
    private readonly Channel<RowBatch> ready = NewChannel();
    private readonly Channel<RowBatch> free = NewChannel();
    private readonly CancellationTokenSource stop = new();
    private Task? reading;
    private bool complete; // the source has no more
    private readonly RowBatch none = new(flow);
    private RowBatch batch = new(flow);
    private RowBatch.Row current;
    private int next;

    /// <summary>Reads the cells; set before the first row.</summary>
    public CleanRowReader Reader { get; set; } = null!;

    /// <summary>The values of the current row; null when something is wrong with it, or may be.</summary>
    public ValidRow? Clean => current.IsClean ? batch.Values(next - 1) : null;

    /// <summary>The fingerprint of a clean row.</summary>
    public RowHash Hash => current.Hash;

    /// <summary>The cell of the current row that is the label of a check total; −1 when there is none.</summary>
    public int Label => batch.LabelOf(current);

    /// <inheritdoc/>
    public FileSurvey Survey => source.Survey;

    /// <inheritdoc/>
    public int HeaderRow => source.HeaderRow;

    /// <inheritdoc/>
    public IReadOnlyList<string> Header => source.Header;

    /// <inheritdoc/>
    public IReadOnlyList<OutsideText> Outside => source.Outside;

    /// <inheritdoc/>
    public IEnumerable<OutsideText> Elsewhere => source.Elsewhere;

    /// <inheritdoc/>
    public int RowNumber => current.Number;

    /// <inheritdoc/>
    public int CellCount => current.CellCount;

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int index) =>
        (uint)index < (uint)current.CellCount ? batch.Cell(current.FirstCell + index) : [];

    /// <inheritdoc/>
    public Problem? CellProblem(int index) =>
        (uint)index < (uint)current.CellCount ? batch.ProblemOf(current.FirstCell + index) : null;

    /// <inheritdoc/>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
        next < batch.Count ? new(Take()) : ReadBatchAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (reading is not null)
        {
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopped half-way, or told already
        }

        stop.Dispose();
    }

    private bool Take()
    {
        current = batch.Rows[next++];
        return true;
    }

    private async ValueTask<bool> ReadBatchAsync(CancellationToken cancellationToken)
    {
        bool isFirst = batch.Count == 0 && reading is null && !complete;
        (current, next) = (default, 0);
        batch.Clear();
        if (isFirst)
        {
            await FillAsync(batch, FirstSize, cancellationToken);
            Reader.Read(batch);
        }
        else if (reading is not null || !complete)
        {
            await ExchangeAsync(cancellationToken);
        }

        if (batch.Count > 0)
        {
            Reader.Keys.Expect(batch.Rows);
            return Take();
        }

        Failure = source.Failure;
        return false;
    }

    // Gives the batch back to be filled, and waits for the next; at the end it comes back empty.
    private async ValueTask ExchangeAsync(CancellationToken cancellationToken)
    {
        reading ??= StartReading();
        free.Writer.TryWrite(batch); // refused at the end
        batch = none;
        if (await ready.Reader.WaitToReadAsync(cancellationToken) && ready.Reader.TryRead(out RowBatch? following))
        {
            batch = following;
            return;
        }

        await reading; // throws what broke it, once the rows before were taken
    }

    private Task StartReading()
    {
        for (int i = 1; i < Batches; i++)
        {
            free.Writer.TryWrite(new RowBatch(flow));
        }

        return Task.WhenAll(
            Task.Run(ReadCellsAsync, CancellationToken.None), Task.Run(CutAsync, CancellationToken.None));
    }

    private async Task CutAsync()
    {
        try
        {
            while (!complete)
            {
                RowBatch empty = await free.Reader.ReadAsync(stop.Token);
                await FillAsync(empty, FullSize, stop.Token);
                filled.Writer.TryWrite(empty);
            }
        }
        finally
        {
            filled.Writer.Complete();
        }
    }

    private async Task ReadCellsAsync()
    {
        try
        {
            await foreach (RowBatch batchOfRows in filled.Reader.ReadAllAsync(stop.Token))
            {
                Reader.Read(batchOfRows);
                ready.Writer.TryWrite(batchOfRows);
            }
        }
        finally
        {
            ready.Writer.Complete();
            free.Writer.Complete(); // nobody would read what is cut from here on
        }
    }

    private async ValueTask FillAsync(RowBatch empty, int size, CancellationToken cancellationToken)
    {
        while (empty.Size < size && !complete)
        {
            if (await source.ReadAsync(cancellationToken))
            {
                empty.Add(source);
            }
            else
            {
                complete = true;
            }
        }
    }

    private static Channel<RowBatch> NewChannel() =>
        Channel.CreateUnbounded<RowBatch>(new() { SingleReader = true, SingleWriter = true });
}
