namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3013: neither the structure of a CIG nor that of a SmartCIG.</summary>
internal static class InvalidCig
{
    public const string Code = "PZ3013";

    public static Breach Found { get; } = new(Code) { Expected = "8745961A3B" };
}
