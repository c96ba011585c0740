namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ2003: the same column twice.</summary>
internal static class RepeatedColumn
{
    public const string Code = "PZ2003";

    public static Breach For(string firstCell) => new(Code, ("prima", firstCell));
}
