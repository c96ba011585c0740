namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3018, on trial: the control characters of a CIG or SmartCIG are not those of its number.</summary>
/// <remarks>
/// CIG: the last three characters are the first seven digits × 211 mod 4091. SmartCIG (X, Y, Z): the second and third are the last seven
/// × 211 mod 251; all in base 16. As in rule INT-T01-R037 of the Italian PEPPOL order. The CIG given since 2024 states no such rule.
/// </remarks>
internal static class CigControl
{
    public const string Code = "PZ3018";

    public static Finding For(string expected) => new(Code) { Expected = expected };
}
