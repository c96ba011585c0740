namespace PianoZona.Reading.Csv;

/// <summary>Why a CSV cannot be cut into cells any further.</summary>
internal enum CsvFaultKind
{
    /// <summary>A quote that opens a cell is not closed before the end of the file or the longest cell.</summary>
    UnclosedQuote,

    /// <summary>A cell is longer than the limit.</summary>
    CellTooLong,

    /// <summary>A row has more cells than the limit.</summary>
    TooManyColumns,
}

/// <summary>A fault of the grammar.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Row">Row of the file from 1.</param>
/// <param name="Column">Place of the cell in the row, from 0.</param>
internal sealed record CsvFault(CsvFaultKind Kind, int Row, int Column);
