namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ5001: a TOTALE cell differs from the rows above it.</summary>
internal static class ControlTotal
{
    public const string Code = "PZ5001";

    /// <summary>Amounts in the form people read.</summary>
    public static Finding Differs(string declared, string computed, string difference) =>
        new(Code, ("dichiarato", declared), ("calcolato", computed), ("differenza", difference)) { Expected = computed };
}
