namespace PianoZona.Workbooks;

/// <summary>What a sheet says before its rows.</summary>
/// <param name="Columns">Width in characters and style of each column.</param>
internal sealed record SheetLayout(IReadOnlyList<(double Width, CellStyle Style)> Columns)
{
    /// <summary>Rows that stay in view.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Whether the workbook opens at this sheet.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether its tab is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Row at which the sheet opens.</summary>
    public int Row { get; init; } = 1;

    /// <summary>Place of the column at which it opens, from 0.</summary>
    public int Column { get; init; }
}
