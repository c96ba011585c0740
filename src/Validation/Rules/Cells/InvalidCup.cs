namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3012: not the structure of a CUP (L. 3/2003 art. 11): C 11 G 06 00000000 1.</summary>
internal static class InvalidCup
{
    public const string Code = "PZ3012";

    public static Breach Found { get; } = new(Code) { Expected = "G11B21004560006" };
}
