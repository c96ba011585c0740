using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Readers;

/// <summary>Reads the cells of one column of a file that have nothing to tell.</summary>
internal abstract class CleanColumn
{
    /// <summary>The column at a place in the file.</summary>
    /// <param name="index">The place.</param>
    /// <param name="check">How its cells are read; null for a column that the flow does not have.</param>
    public static CleanColumn For(int index, CellCheck? check) => check?.Column.Kind switch
    {
        null => new CleanColumn<ForeignCells>(index, null, default),
        ColumnKind.Money or ColumnKind.Integer or ColumnKind.Quantity => Of(new PlainNumbers(check), check),
        ColumnKind.OpaqueId => Of(new PlainCodes(check), check),
        ColumnKind.Measure => Of(new AnyCells(check), check), // whatever it warns of, it warns of once
        _ => Of(new KnownCells(check), check),
    };

    /// <summary>
    /// Reads the column in all clean rows of a batch; a row whose cell has something to tell is clean no more.
    /// </summary>
    public abstract void Read(RowBatch batch);

    private static CleanColumn<TCells> Of<TCells>(TCells cells, CellCheck check)
        where TCells : struct, ICleanCells => new(check.Index, check.Column, cells);
}

/// <summary>A column whose kind of cells is known when this is compiled.</summary>
/// <param name="index">Its place in the file.</param>
/// <param name="column">The column of the flow; null when its values are of no use.</param>
/// <param name="cells">Reads the cells.</param>
internal sealed class CleanColumn<TCells>(int index, Column? column, TCells cells) : CleanColumn
    where TCells : struct, ICleanCells
{
    private TCells cells = cells;

    /// <inheritdoc/>
    public override void Read(RowBatch batch)
    {
        Span<RowBatch.Row> rows = batch.Rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (!rows[i].IsClean)
            {
                continue;
            }

            rows[i].IsClean = cells.TryRead(batch.Cell(rows[i].FirstCell + index), out CellValue value);
            if (column is not null)
            {
                batch.Values(i)[column] = value;
            }
        }
    }
}
