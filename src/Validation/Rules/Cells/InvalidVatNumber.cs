namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3014: not 11 digits, or the last is not the check digit of the others.</summary>
internal static class InvalidVatNumber
{
    public const string Code = "PZ3014";

    public static Breach For(string? likely) => new(Code) { Expected = likely };
}
