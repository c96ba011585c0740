using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3001: an empty cell where a value is needed.</summary>
internal sealed class MissingValue : IDiscoveredCellRule
{
    public const string Code = "PZ3001";

    public static Breach Found { get; } = new(Code);

    public (long Least, long Most)? RightNumbers => (long.MinValue, long.MaxValue);

    public bool PlainCodesAreRight => true;

    public static ICellRule? For(Column column) => column.ValueRequired ? new MissingValue() : null;

    public Breach? Check(in CellValue value) => value.HasValue ? null : Found;
}
