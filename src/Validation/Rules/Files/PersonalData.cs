namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ1013: the file holds what identifies a person. The finding never holds the value.</summary>
internal static class PersonalData
{
    public const string Code = "PZ1013";

    public static Finding Found(string what) => new(Code, ("tipo", what));
}
