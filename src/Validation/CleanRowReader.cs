using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;

namespace PianoZona.Validation;

/// <summary>Reads the rows in whose cells nothing is wrong, which are nearly all, ahead of the checking; the others are left to it as they are.</summary>
/// <remarks>
/// It has readers of its own, so that it can work on another thread. A reader that tells of something only once tells it here for the first
/// such cell: that row is left to the checking, whose own reader meets it first there, too.
/// </remarks>
internal sealed class CleanRowReader(Layout layout, CellCheck[] cells)
{
    /// <summary>Reads the current row of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="values">Takes the values; of no use when something is wrong.</param>
    /// <returns>Whether the row has nothing to tell, and is no TOTALE row.</returns>
    public bool TryRead(IRowSource source, ValidRow values)
    {
        if (source.CellCount != layout.Width || layout.HasEmptyHeaders || ControlTotals.LabelOf(source) >= 0)
        {
            return false;
        }

        for (int index = 0; index < layout.Width; index++)
        {
            if (PersonalDataScan.Find(source.Cell(index), layout.At(index)) is not null)
            {
                return false;
            }
        }

        values.Number = source.RowNumber;
        foreach (CellCheck cell in cells)
        {
            if (source.CellProblem(cell.Index) is not null || cell.Read(source.Cell(cell.Index), out CellValue value) is not null)
            {
                return false;
            }

            values[cell.Column] = value;
            if (cell.IsWrong(value))
            {
                return false;
            }
        }

        return true;
    }
}
