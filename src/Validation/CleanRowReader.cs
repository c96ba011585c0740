using PianoZona.Validation.Readers;

namespace PianoZona.Validation;

/// <summary>
/// Reads the rows in whose cells nothing is wrong, which are nearly all, ahead of the checking; the others are left to
/// it as they are.
/// </summary>
/// <remarks>
/// It goes through a batch column by column: what one column needs stays at hand. It has readers of its own, so that it
/// can work on another thread. A reader that tells of something only once tells it here for the first such cell: that
/// row is left to the checking, whose own reader meets it first there, too.
/// </remarks>
/// <param name="layout">Where the columns are.</param>
/// <param name="cells">How their cells are read.</param>
/// <param name="keys">What tells the rows apart.</param>
internal sealed class CleanRowReader(Layout layout, CellCheck[] cells, Fingerprints keys)
{
    private readonly CleanColumn[] columns =
    [
        .. from index in Enumerable.Range(0, layout.Width)
           select CleanColumn.For(index, Array.Find(cells, cell => cell.Index == index)),
    ];

    /// <summary>What tells the rows apart.</summary>
    public Fingerprints Keys => keys;

    /// <summary>Reads a batch, and marks its clean rows: those with nothing to tell that are no TOTALE row.</summary>
    public void Read(RowBatch batch)
    {
        foreach (ref RowBatch.Row row in batch.Rows)
        {
            row.IsClean =
                row.CellCount == layout.Width && !row.HasProblem && !layout.LooksBeside && batch.LabelOf(row) < 0;
        }

        foreach (CleanColumn column in columns)
        {
            column.Read(batch);
        }

        Span<RowBatch.Row> rows = batch.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].IsClean)
            {
                rows[i].Hash = keys.HashOf(batch.Values(i));
            }
        }
    }
}
