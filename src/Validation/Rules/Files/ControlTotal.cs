namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ5001: a stated total differs from the rows.</summary>
internal static class ControlTotal
{
    public const string Code = "PZ5001";

    /// <summary>A TOTALE cell that differs from the rows above it; amounts in the form people read.</summary>
    public static Breach Differs(string declared, string computed, string difference) =>
        Differs("Riga {riga}, colonna «{colonna}» (cella {cella})", declared, computed, difference);

    /// <summary>A total stated somewhere.</summary>
    public static Breach Differs(string where, string declared, string computed, string difference) =>
        new(Code, ("dove", where), ("dichiarato", declared), ("calcolato", computed), ("differenza", difference))
        {
            Expected = computed,
        };
}
