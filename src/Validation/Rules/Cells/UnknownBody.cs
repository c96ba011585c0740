namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3010: no Comune or body of the Ambito; the nearest is given.</summary>
internal static class UnknownBody
{
    public const string Code = "PZ3010";

    public static Breach For(string ambito, string? nearest) =>
        new(
            Code,
            ("ambito", ambito),
            ("suggerimento", nearest is null ? string.Empty : $" Forse si intendeva {nearest}."))
        {
            Expected = nearest,
        };
}
