using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Readers;

/// <summary>Reads cells that have nothing to tell.</summary>
internal interface ICleanCells
{
    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell, as it is in the file.</param>
    /// <returns>False when there is something to tell of the cell, or may be.</returns>
    bool TryRead(ReadOnlySpan<char> cell, out CellValue value);
}
