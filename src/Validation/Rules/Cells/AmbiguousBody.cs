namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3011: a name that several members of the Ambito could have.</summary>
internal static class AmbiguousBody
{
    public const string Code = "PZ3011";

    public static Breach For(string choices) => new(Code, ("scelte", choices)) { Expected = choices };
}
