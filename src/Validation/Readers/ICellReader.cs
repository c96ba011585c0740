using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Readers;

/// <summary>Reads the cells of one column of one file.</summary>
internal interface ICellReader
{
    /// <summary>Reads a cell.</summary>
    /// <param name="text">The cell without outer spaces; never empty.</param>
    /// <param name="value">
    /// The value; without one when the cell means "missing" (e.g. <c>€ -</c>) or cannot be read.
    /// </param>
    /// <returns>What is wrong; an error comes without a value, a warning with one.</returns>
    Breach? Read(ReadOnlySpan<char> text, out CellValue value);
}
