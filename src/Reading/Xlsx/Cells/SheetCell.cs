namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>What a cell holds.</summary>
internal enum CellKind : byte
{
    /// <summary>Nothing, or text: as the sender wrote it.</summary>
    Text,

    /// <summary>A number, a date or a logical value: its text is made here.</summary>
    Typed,

    /// <summary>An error value such as <c>#N/D</c>.</summary>
    Error,

    /// <summary>A formula whose result is not in the file.</summary>
    NoValue,
}

/// <summary>A cell of the current row: a stretch of the row's characters.</summary>
internal readonly record struct SheetCell(CellKind Kind, int Start, int Length);
