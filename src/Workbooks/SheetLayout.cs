namespace PianoZona.Workbooks;

/// <summary>What a sheet says before its rows.</summary>
/// <param name="Columns">Width in characters and style of each column.</param>
internal sealed record SheetLayout(IReadOnlyList<(double Width, CellStyle Style)> Columns)
{
    /// <summary>Rows that stay in view.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Whether it comes before the others, though it is written after them.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Row that is printed again on every page; 0 = none.</summary>
    public int RepeatedRow { get; init; }

    /// <summary>
    /// Whether rows that are not written are not shown: those that are keep their numbers without gaps between them.
    /// </summary>
    public bool HidesOtherRows { get; init; }

    /// <summary>Whether the workbook opens at this sheet.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether its tab is not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Row at which the sheet opens.</summary>
    public int Row { get; init; } = 1;

    /// <summary>Place of the column at which it opens, from 0.</summary>
    public int Column { get; init; }
}
