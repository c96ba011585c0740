namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3001: an empty cell where a value is needed.</summary>
internal static class MissingValue
{
    public const string Code = "PZ3001";

    public static Finding Found { get; } = new(Code);
}
