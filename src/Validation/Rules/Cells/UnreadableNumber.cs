namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3002: no number, or one with more decimals than the column holds.</summary>
internal static class UnreadableNumber
{
    public const string Code = "PZ3002";

    public static Breach NotANumber { get; } = new(Code, ("motivo", "non è un numero leggibile con certezza"));

    public static Breach DoesNotFit(int decimals) => new(Code, ("motivo", decimals switch
    {
        2 => "ha più di due decimali",
        4 => "ha più di quattro decimali",
        _ => "ha dei decimali, mentre qui serve un numero intero",
    }));
}
