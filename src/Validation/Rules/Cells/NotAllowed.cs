using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3007: none of the values allowed; the nearest is given.</summary>
internal static class NotAllowed
{
    public const string Code = "PZ3007";

    public static Breach For(string? nearest, string allowed) =>
        new(
            Code,
            ("motivo", "non è fra quelli ammessi"),
            (
                "suggerimento",
                (nearest is null ? string.Empty : $"Forse si intendeva «{nearest}». ") + $"Valori ammessi: {allowed}."))
        {
            Expected = nearest,
        };

    /// <summary>An outcome that grants nothing beside an amount.</summary>
    public static Breach RequestWithAmount(Column outcome) =>
        new(
            Code,
            ("motivo", "non può stare accanto a un importo"),
            ("suggerimento", "Togliere l'importo, oppure indicare FINANZIATA o CHIUSA."))
        {
            At = outcome,
            Expected = "FINANZIATA, CHIUSA",
        };

    /// <summary>A state that says "no amount yet" beside an amount.</summary>
    public static Breach WithAmount(Column state) =>
        new(
            Code,
            ("motivo", "non può stare accanto a un importo, nemmeno zero"),
            ("suggerimento", "Togliere l'importo, oppure indicare previsto, assegnato o incassato."))
        { At = state, Expected = "previsto, assegnato, incassato" };
}
