using PianoZona.Contracts.Flows;

namespace PianoZona.Validation;

/// <summary>Reads the rows in whose cells nothing is wrong, which are nearly all, ahead of the checking; the others are left to it as they are.</summary>
/// <remarks>
/// It has readers of its own, so that it can work on another thread. A reader that tells of something only once tells it here for the first
/// such cell: that row is left to the checking, whose own reader meets it first there, too.
/// </remarks>
internal sealed class CleanRowReader(Layout layout, CellCheck[] cells)
{
    /// <summary>Reads a row.</summary>
    /// <param name="batch">Where it is.</param>
    /// <param name="row">The row.</param>
    /// <param name="values">Takes the values; of no use when something is wrong.</param>
    /// <returns>Whether the row has nothing to tell, and is no TOTALE row.</returns>
    public bool TryRead(RowBatch batch, in RowBatch.Row row, ValidRow values)
    {
        if (row.CellCount != layout.Width || layout.HasEmptyHeaders || batch.LabelOf(row) >= 0 || HasPersonalData(batch, row))
        {
            return false;
        }

        values.Number = row.Number;
        foreach (CellCheck cell in cells)
        {
            int place = row.FirstCell + cell.Index;
            if (batch.ProblemOf(place) is not null || cell.Read(batch.Cell(place), out CellValue value) is not null || cell.IsWrong(value))
            {
                return false;
            }

            values[cell.Column] = value;
        }

        return true;
    }

    private bool HasPersonalData(RowBatch batch, in RowBatch.Row row)
    {
        for (int index = 0; index < row.CellCount; index++)
        {
            if (PersonalDataScan.Find(batch.Cell(row.FirstCell + index), layout.At(index)) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
