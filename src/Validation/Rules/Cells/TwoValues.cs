namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3005: two values in one cell: never a choice between them.</summary>
internal static class TwoValues
{
    public const string Code = "PZ3005";

    public static Breach Found { get; } = new(Code);
}
